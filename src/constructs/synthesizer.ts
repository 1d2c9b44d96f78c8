import { TerraformStack, type App, type ISynthesisSession, type IStackSynthesizer } from 'cdktf';
import { join } from 'node:path';
import { findFindings } from '../analysis/check';
import { mergeTopologies, type Topology } from '../topology/topology';
import { planFindings, recordAddresses } from './address-book';
import { FindingsError } from './findings-error';
import { removePlans, writeStackFiles, writeTopology } from './output-files';
import { readTopology } from './read-topology';
import { dockerStacksOf, type SynthesizableStack } from './synthesizable-stack';

/** What has been written and checked in one `app.synth()`. */
interface Progress {
  readonly topologies: Map<SynthesizableStack, { revision: number; topology: Topology }>;
}

const sessions = new WeakMap<ISynthesisSession, Progress>();

/**
 * Wraps the stack's synthesizer: the first DockerStack of a session writes `topology.json` of all of
 * them and checks them together, so that an error in the last stack leaves no plan of the first.
 * What Aspects change after that is written and checked again.
 */
export function installSynthesizer(stack: SynthesizableStack): void {
  stack.synthesizer = new CheckingSynthesizer(stack, stack.synthesizer);
}

class CheckingSynthesizer implements IStackSynthesizer {
  constructor(
    private readonly stack: SynthesizableStack,
    private readonly inner: IStackSynthesizer,
  ) {}

  synthesize(session: ISynthesisSession): void {
    const progress = progressOf(session);
    if (progress.topologies.size === 0) this.check(session, progress);
    this.inner.synthesize(session);
    writeStackFiles(this.stack, folderOf(this.stack, session));
    const isChanged = progress.topologies.get(this.stack)?.revision !== this.stack.revision;
    if (isChanged) this.check(session, progress);
  }

  private check(session: ISynthesisSession, progress: Progress): void {
    const stacks = dockerStacksOf(this.stack);
    try {
      checkStacks(stacks, session, progress);
      while (!recordAddresses(this.stack)) {
        // Another process wrote the lock file meanwhile, so addresses may be others now.
        progress.topologies.clear();
        checkStacks(stacks, session, progress);
      }
    } catch (error) {
      removePlans(planFilesOf(stacks, session));
      throw error;
    }
  }
}

function progressOf(session: ISynthesisSession): Progress {
  const known = sessions.get(session) ?? { topologies: new Map() };
  sessions.set(session, known);
  return known;
}

function checkStacks(
  stacks: readonly SynthesizableStack[],
  session: ISynthesisSession,
  progress: Progress,
): void {
  for (const stack of stacks) {
    const { revision } = stack;
    if (progress.topologies.get(stack)?.revision === revision) continue;
    const topology = readTopology(stack);
    writeTopology(topology, folderOf(stack, session));
    progress.topologies.set(stack, { revision, topology });
  }
  const topologies = [...progress.topologies.values()].map(({ topology }) => topology);
  const findings = [
    ...stacks.slice(0, 1).flatMap(planFindings),
    ...findFindings(mergeTopologies(topologies)),
  ];
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new FindingsError(errors);
}

function folderOf(stack: TerraformStack, session: ISynthesisSession): string {
  return join(session.outdir, session.manifest.forStack(stack).workingDirectory);
}

/** Every plan of the app and its manifest: an older one must not be deployed by mistake. */
function planFilesOf(stacks: readonly SynthesizableStack[], session: ISynthesisSession): string[] {
  const [stack] = stacks;
  const app = stack?.node.root as App | undefined;
  const all = app?.node.findAll().filter((each) => TerraformStack.isStack(each)) ?? [];
  return [
    ...all.map((each) =>
      join(session.outdir, session.manifest.forStack(each).synthesizedStackPath),
    ),
    join(session.outdir, 'manifest.json'),
  ];
}
