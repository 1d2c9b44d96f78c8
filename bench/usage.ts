import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a whole process has used, its start included. */
export interface Usage {
  /** CPU time of all threads, user and system together, in milliseconds. */
  readonly cpuMs: number;

  /** Largest resident size, in MiB. */
  readonly peakMb: number;
}

/** A program that the bench runs has failed. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';

  constructor(
    readonly program: string,
    { status, signal, error, stderr }: SpawnSyncReturns<string>,
  ) {
    const end = error?.message ?? `status ${String(status ?? signal)}`;
    super(`${program}: ${end}\n${stderr}`);
  }
}

/** Calls with a new folder, and removes the folder. */
export function inNewFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program of the bench in a process and a folder of its own. */
export function usageOf(program: string, args: readonly (string | number)[]): Usage {
  return JSON.parse(runProgram(program, args, 3)) as Usage;
}

/** Runs a program of the bench likewise, for what it prints. */
export function printedBy(program: string, args: readonly (string | number)[]): string {
  return runProgram(program, args, 1);
}

/** What the program writes to the file descriptor. */
function runProgram(program: string, args: readonly (string | number)[], output: 1 | 3): string {
  const preload = join(__dirname, 'report-usage.js');
  const script = join(__dirname, `${program}.js`);
  const ended = inNewFolder((cwd) =>
    spawnSync(process.execPath, ['--require', preload, script, ...args.map(String)], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    }),
  );
  if (ended.status !== 0) throw new ProgramFailed(program, ended);
  return ended.output[output] ?? '';
}
