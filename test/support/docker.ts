import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** How a call of the docker CLI ended. */
export interface DockerResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A call of the docker CLI that a test relied on has failed. */
export class DockerFailed extends Error {
  override readonly name = 'DockerFailed';

  constructor(
    readonly args: readonly string[],
    readonly result: DockerResult,
  ) {
    super(`docker ${args.join(' ')}: status ${String(result.status)}: ${result.stderr.trim()}`);
  }
}

/**
 * Runs the docker CLI, without a shell, and tells how it ended.
 *
 * @throws DockerFailed when it cannot be started
 */
export function tryDocker(...args: readonly string[]): Promise<DockerResult> {
  return new Promise((resolve, reject) => {
    // Named, because jest gives a test an environment of its own.
    const options = { maxBuffer: MAX_OUTPUT_BYTES, env: process.env };
    execFile('docker', args, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === 'number') resolve({ status, stdout, stderr });
      else reject(new DockerFailed(args, { status: -1, stdout, stderr: error?.message ?? '' }));
    });
  });
}

/**
 * Runs the docker CLI, without a shell.
 *
 * @returns what it printed, without the last line's end
 * @throws DockerFailed when it ends with another status than 0
 */
export async function docker(...args: readonly string[]): Promise<string> {
  const result = await tryDocker(...args);
  if (result.status !== 0) throw new DockerFailed(args, result);
  return result.stdout.trimEnd();
}

/** What the engine says of one object: a container, network, volume or image. */
export async function inspect<T>(type: string, name: string): Promise<T> {
  const [object] = JSON.parse(await docker(type, 'inspect', name)) as T[];
  if (object === undefined) {
    throw new DockerFailed([type, 'inspect', name], { status: 0, stdout: '[]', stderr: 'nothing' });
  }
  return object;
}

/** Objects of one suite on an engine that others use, too. */
export interface Bench {
  /** What the names of the suite's objects begin with; another one in each run. */
  readonly prefix: string;

  /** `prefix=...`, to be put on what cannot be named: `docker create --label`. */
  readonly label: string;

  /** A name for the suite's own container, network, volume or image. */
  readonly name: (id: string) => string;

  /** Removes everything that has the prefix or the label; ready to be called again. */
  readonly clean: () => Promise<void>;
}

/** Key of the label that every object of a test may carry. */
const TEST_LABEL = 'portolan.test';

/** A bench that cleans up after the last test of the suite, also when tests have failed. */
export function benchOf(suite: string): Bench {
  const bench = newBench(suite);
  afterAll(() => bench.clean());
  return bench;
}

/** A bench that its user cleans up. */
export function newBench(suite: string): Bench {
  const prefix = `ptl-${suite}-${randomBytes(3).toString('hex')}`;
  const label = `${TEST_LABEL}=${prefix}`;
  return {
    prefix,
    label,
    name: (id) => `${prefix}-${id}`,
    clean: async () => {
      for (const step of [removeContainers, removeNetworks, removeVolumes, removeImages]) {
        await step(prefix, label);
      }
    },
  };
}

async function removeContainers(prefix: string, label: string): Promise<void> {
  const named = await lines('ps', '-aq', '--filter', `name=^/?${prefix}-`);
  const labelled = await lines('ps', '-aq', '--filter', `label=${label}`);
  await removeAll(['rm', '-f', '-v'], [...named, ...labelled]);
}

async function removeNetworks(prefix: string, label: string): Promise<void> {
  const named = await lines('network', 'ls', '-q', '--filter', `name=^${prefix}-`);
  const labelled = await lines('network', 'ls', '-q', '--filter', `label=${label}`);
  await removeAll(['network', 'rm'], [...named, ...labelled]);
}

async function removeVolumes(prefix: string, label: string): Promise<void> {
  const named = await lines('volume', 'ls', '-q', '--filter', `name=^${prefix}-`);
  const labelled = await lines('volume', 'ls', '-q', '--filter', `label=${label}`);
  await removeAll(['volume', 'rm'], [...named, ...labelled]);
}

async function removeImages(prefix: string): Promise<void> {
  const format = '{{.Repository}}:{{.Tag}}';
  const named = await lines('images', '--format', format, '--filter', `reference=${prefix}-*`);
  await removeAll(['rmi', '-f'], named);
}

async function removeAll(command: readonly string[], ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)];
  if (unique.length > 0) await docker(...command, ...unique);
}

async function lines(...args: readonly string[]): Promise<string[]> {
  const text = await docker(...args);
  return text === '' ? [] : text.split('\n');
}

const PAUSE_MS = 100;

/**
 * Waits until the check no longer throws.
 *
 * @param deadlineMs milliseconds after which the check's last error is thrown
 */
export async function eventually<T>(check: () => T | Promise<T>, deadlineMs = 10_000): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
