import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { parseTopology, type Topology } from 'portolan/topology';
import { DeployFailed, type Env } from './deployers';

const root = resolve(__dirname, '..', '..');

/** The program of a bundled example. */
export function exampleProgram(name: string): string {
  return join(root, 'examples', name, 'main.ts');
}

/** A program of the tests, for what no example shows. */
export function testProgram(name: string): string {
  return join(root, 'test', 'stacks', `${name}.ts`);
}

/** What a program has synthesized. */
export interface Synthesized {
  readonly stack: string;

  /** Folder with the plan. */
  readonly folder: string;
  readonly topology: Topology;
}

/** A folder of its own in which a program runs, as a user's project is one. */
export class Project {
  private path: string | undefined;

  constructor(
    private readonly program: string,
    private variables: Env,
  ) {}

  /** The folder; made when it is first asked for. */
  get folder(): string {
    this.path ??= mkdtempSync(join(tmpdir(), 'portolan-project-'));
    return this.path;
  }

  /** The environment for the program and whatever runs it: packages are found as in this repository. */
  get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.variables,
      TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
      CHECKPOINT_DISABLE: '1',
    };
  }

  addEnv(env: Env): void {
    this.variables = { ...this.variables, ...env };
  }

  /** The words that run the program as `cdktf` does; a version pins the provider of its plans. */
  command(providerVersion?: string): string[] {
    return [
      process.execPath,
      ...['--import', require.resolve('tsx')],
      join(__dirname, 'deployers-app.ts'),
      this.program,
      ...(providerVersion === undefined ? [] : [providerVersion]),
    ];
  }

  /**
   * Runs the program, and reads what it wrote into `cdktf.out`.
   *
   * @throws DeployFailed when it fails, or makes more than one stack
   */
  async synth(): Promise<Synthesized> {
    const outdir = join(this.folder, 'cdktf.out');
    const [node = '', ...words] = this.command();
    const env = { ...this.env, CDKTF_OUTDIR: outdir };
    const { status, output } = await runIn(this.folder, node, words, env);
    if (status !== 0) throw new DeployFailed(this.program, output);
    const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as Manifest;
    const [only, ...others] = Object.entries(stacks);
    if (only === undefined || others.length > 0) {
      throw new DeployFailed(this.program, 'a program that a test deploys makes one stack');
    }
    const [stack, { workingDirectory }] = only;
    const folder = join(outdir, workingDirectory);
    const file = join(folder, 'topology.json');
    return { stack, folder, topology: parseTopology(readFileSync(file, 'utf8'), file) };
  }

  remove(): void {
    if (this.path !== undefined) rmSync(this.path, { recursive: true, force: true });
    this.path = undefined;
  }
}

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly workingDirectory: string }>>;
}

/** How a program ended; its output is that of both streams, less the colours. */
export interface Ended {
  readonly status: number;
  readonly output: string;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a program in a folder to its end. */
export function runIn(
  cwd: string,
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ended> {
  const options = { cwd, env, maxBuffer: MAX_OUTPUT_BYTES };
  return new Promise((done, fail) => {
    execFile(program, words, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status !== 'number') fail(new DeployFailed(program, error?.message ?? ''));
      else done({ status, output: stripVTControlCharacters(`${stdout}${stderr}`) });
    });
  });
}
