import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A stack that an example's program synthesized. */
export interface ExampleStack {
  readonly example: string;
  readonly stack: string;

  /** Folder with the plan and `topology.json`. */
  readonly folder: string;
}

interface Manifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, { readonly workingDirectory: string }>>;
}

const root = resolve(__dirname, '..');

/** Names of the bundled examples: every folder with a program. */
export function exampleNames(): string[] {
  return readdirSync(join(root, 'examples'))
    .filter((name) => existsSync(join(root, 'examples', name, 'main.ts')))
    .sort();
}

/**
 * Runs the program of every example, each in a process of its own, and leaves one manifest for all of
 * them, so that `cdktf deploy <stack>` finds each stack.
 */
export async function synthExamples(outdir: string): Promise<ExampleStack[]> {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const found: ExampleStack[] = [];
  const merged: { version: string; stacks: Record<string, unknown> } = { version: '', stacks: {} };
  for (const example of exampleNames()) {
    await run(join('examples', example, 'main.ts'), outdir);
    const file = join(outdir, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    merged.version = manifest.version;
    Object.assign(merged.stacks, manifest.stacks);
    for (const [stack, { workingDirectory }] of Object.entries(manifest.stacks)) {
      found.push({ example, stack, folder: join(outdir, workingDirectory) });
    }
  }
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify(merged, null, 2)}\n`);
  return found;
}

function run(program: string, outdir: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CDKTF_OUTDIR: outdir },
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new RangeError(`${program} ended with exit code ${String(code)}`));
    });
  });
}
