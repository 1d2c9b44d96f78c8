import { ConfigError } from '../errors';

/** The error for a line of a lock file that says something wrong. */
export function lockError(
  { at, line }: { readonly at: string; readonly line: number },
  problem: string,
  fix: string,
): ConfigError {
  return new ConfigError('LOCK_MALFORMED', { at: `${at}:${String(line)}`, problem, fix });
}
