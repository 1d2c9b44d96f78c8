import { compareVersions, parseVersion, type Version } from '../../src/notation/version';
import { docker, tryDocker } from '../support/docker';
import type { Engine } from '../support/needs';

/** Small image with a shell, a web server and a resolver. */
export const IMAGE = 'busybox:1.36';

/** Command of a container that stays up. */
export const STAY = [IMAGE, 'sleep', '600'] as const;

/**
 * What the engine says when it refuses a command.
 *
 * @throws RangeError when it does not refuse it
 */
export async function refusal(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await tryDocker(...args);
  if (status !== 0) return stderr;
  throw new RangeError(`docker ${args.join(' ')} was not refused: ${stdout}`);
}

/**
 * What the engine says when it refuses to make or to start a container.
 *
 * @param options - what `docker create` gets beside the name, the image and the command
 * @throws RangeError when the container starts
 */
export async function startRefusal(name: string, ...options: readonly string[]): Promise<string> {
  const created = await tryDocker('create', '--name', name, ...options, ...STAY);
  return created.status === 0 ? refusal('start', name) : created.stderr;
}

/** Starts a container that stays up, and says nothing. */
export async function start(name: string, ...options: readonly string[]): Promise<void> {
  await docker('run', '-d', '--name', name, ...options, ...STAY);
}

/** Whether the engine is older than the version. */
export function isBefore(engine: Pick<Engine, 'version'>, version: Version): boolean {
  return compareVersions(parseVersion(engine.version, 'engine'), version) < 0;
}
