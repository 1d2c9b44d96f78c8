import { ConfigError } from '../errors';

/** When the engine starts the container again by itself. */
export interface RestartPolicy {
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
  const retries = /^on-failure:(\d{1,6})$/.exec(text)?.[1];
  if (retries !== undefined) return { name: 'on-failure', maxRetries: Number(retries) };
  throw new ConfigError('RESTART_MALFORMED', {
    at,
    problem: `restart '${text}' is not a restart policy`,
    fix: "write 'no', 'always', 'unless-stopped', 'on-failure' or 'on-failure:5'; only on-failure counts attempts",
  });
}
