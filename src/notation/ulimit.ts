import { ConfigError } from '../errors';
import { show } from '../expect';

const NAMES =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  );

/** A limit of the kernel for each process; -1 is unlimited. */
export interface Ulimit {
  /** Name, for instance `nofile`. */
  readonly name: string;

  /** Limit that the process may raise; -1 is unlimited. */
  readonly soft: number;

  /** Limit that it may not raise; -1 is unlimited. */
  readonly hard: number;
}

/**
 * Refuses a limit that Docker would not accept.
 *
 * @throws ConfigError `ULIMIT_MALFORMED`
 */
export function checkUlimit({ name, soft, hard }: Ulimit, at: string): void {
  if (!NAMES.includes(name)) {
    throw new ConfigError('ULIMIT_MALFORMED', {
      at,
      problem: `ulimit ${show(name)} is not one that Docker knows`,
      fix: `write one of ${NAMES.join(', ')}`,
    });
  }
  const bad = [soft, hard].find((limit) => !Number.isSafeInteger(limit) || limit < -1);
  if (bad !== undefined) {
    throw new ConfigError('ULIMIT_MALFORMED', {
      at,
      problem: `ulimit ${name} is ${String(bad)}`,
      fix: 'write a whole number of at least 0, or -1 for unlimited',
    });
  }
  if (hard !== -1 && (soft === -1 || soft > hard)) {
    throw new ConfigError('ULIMIT_MALFORMED', {
      at,
      problem: `ulimit ${name} has the soft limit ${String(soft)} above the hard limit ${String(hard)}`,
      fix: 'make the soft limit at most the hard limit',
    });
  }
}
