import { defined } from '../defined';
import { ConfigError } from '../errors';

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

/** Of no effect on Linux; Docker Desktop once read them. */
const CONSISTENCY: readonly string[] = ['consistent', 'cached', 'delegated', 'rw'];

/**
 * Reads `-v`: `data:/var/lib/mysql`, `/data:/var/lib/mysql:ro`, `/var/cache`.
 *
 * @throws ConfigError `MOUNT_MALFORMED`
 */
export function parseVolumeSpec(text: string, at: string): VolumeSpec {
  const parts = text.split(':');
  if (parts.length > 3 || parts.includes('')) {
    throw malformed(text, at, 'has an empty or superfluous part');
  }
  const [first = '', target, options = ''] = parts;
  if (target === undefined) return { target: first, readOnly: false, noCopy: false };
  return { source: first, target, ...parseOptions(options, text, at) };
}

function parseOptions(
  options: string,
  text: string,
  at: string,
): Omit<VolumeSpec, 'source' | 'target'> {
  const words = options.split(',').filter((word) => word !== '');
  const propagation = PROPAGATIONS.find((name) => words.includes(name));
  const selinux = (['z', 'Z'] as const).find((name) => words.includes(name));
  const known = [...PROPAGATIONS, ...CONSISTENCY, 'ro', 'nocopy', 'z', 'Z'];
  const unknown = words.find((word) => !known.includes(word));
  if (unknown !== undefined) throw malformed(text, at, `has the option '${unknown}'`);
  return {
    readOnly: words.includes('ro'),
    noCopy: words.includes('nocopy'),
    ...defined({ propagation, selinux }),
  };
}

function malformed(text: string, at: string, problem: string): ConfigError {
  return new ConfigError('MOUNT_MALFORMED', {
    at,
    problem: `volume '${text}' ${problem}`,
    fix: "write 'name:/path', '/host/path:/path' or '/host/path:/path:ro'",
  });
}
