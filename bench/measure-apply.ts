import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Measure } from './measure';
import { inTurn, medianRatio } from './statistics';
import { inNewFolder, printedBy, ProgramFailed } from './usage';

const IMAGE = 'busybox:1.36';

/** A constant, as knip takes a literal in the call for the program of a package that is not installed. */
const PROGRAM = 'terraform';

/** Time of `terraform apply` for 20 containers, against the provider's own classes. */
export function measureApply(rounds: number): Measure[] {
  const { status, stderr } = spawnSync('docker', ['image', 'inspect', IMAGE], { encoding: 'utf8' });
  // Without a docker command there is no text either.
  if (status !== 0) return skipped(status === null ? 'docker is not installed' : stderr.trim());
  return inNewFolder((folder) => {
    const portolan = new Deployment('portolan', folder);
    const raw = new Deployment('raw', folder);
    const problem = portolan.tryInit() ?? raw.tryInit();
    if (problem !== undefined) return skipped(problem);
    const pairs = inTurn(
      rounds,
      () => portolan.applyMs(),
      () => raw.applyMs(),
    );
    return [
      {
        name: 'applyRatioToRaw',
        value: medianRatio(pairs, (ms) => ms),
        text: `terraform apply of 20 containers: time, of the provider's classes`,
        samples: pairs.map((pair) => pair.map(Math.round)),
      },
    ];
  });
}

/** The plan of one library in a folder of its own. */
class Deployment {
  private readonly stack: string;
  private readonly cwd: string;

  constructor(library: 'portolan' | 'raw', folder: string) {
    this.stack = `bench-${library}-${String(process.pid)}`;
    const outdir = join(folder, library);
    this.cwd = join(outdir, 'stacks', this.stack);
    printedBy('apply-plan', [library, IMAGE, this.stack, outdir]);
  }

  /** Lets terraform install the provider; tells why it cannot. */
  tryInit(): string | undefined {
    const { status, error, stderr } = this.terraform('init');
    if (status === 0) return undefined;
    return `terraform init: ${error?.message ?? firstError(stderr)}`;
  }

  /** Applies to an engine without the stack, and leaves it so. */
  applyMs(): number {
    try {
      const started = performance.now();
      this.run('apply', '-auto-approve');
      return performance.now() - started;
    } finally {
      this.run('destroy', '-auto-approve');
    }
  }

  private run(...args: readonly string[]): void {
    const ended = this.terraform(...args);
    if (ended.status !== 0) throw new ProgramFailed(`terraform ${args.join(' ')}`, ended);
  }

  private terraform(...args: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(PROGRAM, [...args, '-input=false', '-no-color'], {
      cwd: this.cwd,
      encoding: 'utf8',
      env: { ...process.env, CHECKPOINT_DISABLE: '1' },
    });
  }
}

function skipped(reason: string): Measure[] {
  return [{ name: 'applyRatioToRaw', skipped: reason }];
}

/** Terraform draws a frame around its errors; the sentence behind `Error:` is enough. */
function firstError(stderr: string): string {
  return /Error: (.*)/.exec(stderr)?.[1] ?? stderr.trim();
}
