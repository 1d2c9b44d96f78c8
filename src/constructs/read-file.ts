import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors';

/**
 * The text of a file that a definition names.
 *
 * @throws ConfigError `FILE_UNREADABLE`
 */
export function readTextFile(path: string, at: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw fileUnreadable(path, at, error);
  }
}

/** The error for a file or folder that cannot be read. */
export function fileUnreadable(path: string, at: string, error: unknown): ConfigError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new ConfigError('FILE_UNREADABLE', {
    at,
    problem: `cannot read ${path} (${reason})`,
    fix: `relative paths begin at ${process.cwd()}`,
  });
}
