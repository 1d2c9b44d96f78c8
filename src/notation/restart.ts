import { ConfigError } from '../errors';
import { show } from '../expect';

/** When the engine starts the container again by itself. */
export interface RestartPolicy {
  /** The policy. */
  readonly name: 'no' | 'always' | 'unless-stopped' | 'on-failure';

  /** Attempts after which `on-failure` gives up; 0 is never. */
  readonly maxRetries?: number;
}

/**
 * Reads `--restart`: `no`, `always`, `unless-stopped`, `on-failure` or `on-failure:5`.
 *
 * @throws ConfigError `RESTART_MALFORMED`
 */
export function parseRestart(text: string, at: string): RestartPolicy {
  switch (text) {
    case 'no':
    case 'always':
    case 'unless-stopped':
    case 'on-failure':
      return { name: text };
  }
  const maxRetries = Number(/^on-failure:(\d+)$/.exec(text)?.[1]);
  if (Number.isSafeInteger(maxRetries)) return { name: 'on-failure', maxRetries };
  throw new ConfigError('RESTART_MALFORMED', {
    at,
    problem: `restart ${show(text)} is not a restart policy`,
    fix: "write 'no', 'always', 'unless-stopped', 'on-failure' or 'on-failure:5'; only on-failure counts attempts",
  });
}
