import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors';
import { expectText } from '../expect';

/**
 * The text of a file that a definition names.
 *
 * @throws ConfigError `FILE_UNREADABLE`, `PROP_TYPE`, `PROP_EMPTY`
 */
export function readTextFile(path: string, at: string): string {
  // A number would be a file descriptor: 0 reads what somebody types.
  expectText(path, at, "a file's path");
  const bytes = readBytes(path, at);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new ConfigError('FILE_UNREADABLE', {
    at,
    problem: `${path} is not UTF-8 text`,
    fix: 'save it as UTF-8',
  });
}

function readBytes(path: string, at: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileUnreadable(path, at, error);
  }
}

/** The error for a file or folder that cannot be read. */
export function fileUnreadable(path: string, at: string, error: unknown): ConfigError {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  const reason = hasCode ? String(error.code) : String(error);
  return new ConfigError('FILE_UNREADABLE', {
    at,
    problem: `cannot read ${path} (${reason})`,
    fix: `relative paths begin at ${process.cwd()}`,
  });
}
