import { posix } from 'node:path';
import { defined } from '../defined';
import { ConfigError } from '../errors';
import { show } from '../expect';

/** How mounts below a bind mount pass between host and container. */
export type Propagation = 'private' | 'rprivate' | 'shared' | 'rshared' | 'slave' | 'rslave';

export const PROPAGATIONS: readonly Propagation[] = [
  'private',
  'rprivate',
  'shared',
  'rshared',
  'slave',
  'rslave',
];

/** The parts of a `docker run -v` argument. */
export interface VolumeSpec {
  /** Host path (absolute) or volume name; none is an anonymous volume. */
  readonly source?: string;

  /** Path inside the container. */
  readonly target: string;
  readonly readOnly: boolean;
  readonly noCopy: boolean;
  readonly propagation?: Propagation;
  readonly selinux?: 'z' | 'Z';
}

/** Options of which one mount has at most one each; the last ones are of no effect on Linux. */
const OPTION_GROUPS: readonly (readonly string[])[] = [
  ['ro', 'rw'],
  ['z', 'Z'],
  PROPAGATIONS,
  ['nocopy'],
  ['consistent', 'cached', 'delegated'],
];

/**
 * Reads `-v`: `data:/var/lib/mysql`, `/data:/var/lib/mysql:ro`, `/var/cache`.
 *
 * @throws ConfigError `MOUNT_MALFORMED`
 */
export function parseVolumeSpec(text: string, at: string): VolumeSpec {
  const parts = text.split(':');
  const [source = '', target, options] = parts;
  const words = options?.split(',') ?? [];
  const problem = partsProblem(parts) ?? optionsProblem(words, source);
  if (problem !== undefined) throw malformed(text, at, problem);
  return target === undefined
    ? { target: source, readOnly: false, noCopy: false }
    : { source, target, ...readOptions(words) };
}

function partsProblem(parts: readonly string[]): string | undefined {
  if (parts.includes('')) return 'has an empty part';
  if (parts.length > 3) return 'has too many colons';
  const [first = '', target] = parts;
  if (isContainerRoot(target ?? first)) {
    return 'is mounted over the whole file system of the container';
  }
  return target?.split(',').every((word) => groupOf(word) !== undefined) === true
    ? 'has options, but only one path'
    : undefined;
}

/** Whether the path is the container's root, where Docker mounts nothing. */
export function isContainerRoot(path: string): boolean {
  return posix.normalize(path) === '/';
}

function readOptions(words: readonly string[]): Omit<VolumeSpec, 'source' | 'target'> {
  const propagation = PROPAGATIONS.find((name) => words.includes(name));
  const selinux = (['z', 'Z'] as const).find((name) => words.includes(name));
  return {
    readOnly: words.includes('ro'),
    noCopy: words.includes('nocopy'),
    ...defined({ propagation, selinux }),
  };
}

function optionsProblem(words: readonly string[], source: string): string | undefined {
  const unknown = words.find((word) => groupOf(word) === undefined);
  if (unknown !== undefined) return `has the option ${show(unknown)}`;
  for (const [index, word] of words.entries()) {
    const other = words.slice(index + 1).find((later) => groupOf(later) === groupOf(word));
    if (other !== undefined) return `has both the options '${word}' and '${other}'`;
  }
  const isHostPath = /^[./~]/.test(source);
  const ofHostPaths = words.find((word) => groupOf(word) === PROPAGATIONS);
  if (ofHostPaths !== undefined && !isHostPath) {
    return `has the option '${ofHostPaths}', which is for host paths`;
  }
  return words.includes('nocopy') && isHostPath
    ? "has the option 'nocopy', which is for named volumes"
    : undefined;
}

function groupOf(option: string): readonly string[] | undefined {
  return OPTION_GROUPS.find((group) => group.includes(option));
}

function malformed(text: string, at: string, problem: string): ConfigError {
  return new ConfigError('MOUNT_MALFORMED', {
    at,
    problem: `volume ${show(text)} ${problem}`,
    fix: "write 'name:/path', '/host/path:/path' or '/host/path:/path:ro'",
  });
}
