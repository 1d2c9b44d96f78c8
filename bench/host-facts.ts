import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** What the numbers were found with. A program that is not there has no version. */
export interface HostFacts {
  readonly node: string;
  readonly cpus: number;
  readonly cpuModel: string;
  readonly memoryMb: number;
  readonly versions: Readonly<Record<string, string | undefined>>;
}

/** Looks at the machine. */
export function hostFacts(): HostFacts {
  const all = cpus();
  return {
    node: process.versions.node,
    cpus: all.length,
    cpuModel: all[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1_048_576),
    versions: {
      engine: versionOf('docker', ['version', '--format', '{{.Server.Version}}']),
      compose: versionOf('docker', ['compose', 'version', '--short']),
      terraform: versionOf('terraform', ['version', '-json']),
    },
  };
}

function versionOf(program: string, args: readonly string[]): string | undefined {
  try {
    const text = execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+\.\d+\.\d+[^\s"]*/.exec(text)?.[0];
  } catch {
    return undefined; // not installed, or no engine answers
  }
}
