import { TerraformStack, type App, type ISynthesisSession, type IStackSynthesizer } from 'cdktf';
import type { IConstruct } from 'constructs';
import { join } from 'node:path';
import { checkTopology } from '../analysis/check';
import type { Finding } from '../analysis/finding';
import type { SourceLine } from '../sources/source-lines';
import { mergeTopologies, type Topology } from '../topology/topology';
import { planFindings, recordAddresses } from './address-book';
import { FindingsError } from './findings-error';
import { removePlans, writeSourceLines, writeStackFiles, writeTopology } from './output-files';
import { readTopology } from './read-topology';
import { sourceOf } from './source-trace';
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
  const { findings: found, accepted } = checkTopology(mergeTopologies(topologies));
  const findings = [...stacks.slice(0, 1).flatMap(planFindings), ...found];
  const places = new Set([...findings, ...accepted].map(({ at }) => at));
  for (const stack of stacks) writeLines(stack, places, folderOf(stack, session));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new FindingsError(errors, linesOf(errors, stacks));
}

/** Lines of the constructs in a stack that something was found about, for whoever reads the topology. */
function writeLines(stack: SynthesizableStack, found: ReadonlySet<string>, folder: string): void {
  const lines = new Map<string, SourceLine>();
  for (const at of found) {
    const line = lineIn(stack, at, folder);
    if (line !== undefined) lines.set(at, line);
  }
  writeSourceLines(lines, folder);
}

/** The same as a message shows them: from the folder that the program runs in. */
function linesOf(
  errors: readonly Finding[],
  stacks: readonly SynthesizableStack[],
): ReadonlyMap<string, SourceLine> {
  const lines = new Map<string, SourceLine>();
  for (const { at } of errors) {
    for (const stack of stacks) {
      const line = lineIn(stack, at, process.cwd());
      if (line !== undefined) lines.set(at, line);
    }
  }
  return lines;
}

function lineIn(stack: TerraformStack, at: string, folder: string): SourceLine | undefined {
  const within = `${stack.node.path}/`;
  if (!at.startsWith(within)) return undefined;
  const construct = findByPath(stack, at.slice(within.length));
  return construct === undefined ? undefined : sourceOf(construct, folder);
}

function findByPath(scope: IConstruct, path: string): IConstruct | undefined {
  return path
    .split('/')
    .reduce<IConstruct | undefined>((found, id) => found?.node.tryFindChild(id), scope);
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
