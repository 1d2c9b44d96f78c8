import { closeSync, openSync, readSync } from 'node:fs';
import { ConfigError } from '../errors';
import { checkSize, MAX_SOURCE_BYTES } from '../sources/read-json';

const CHUNK_BYTES = 1024 * 1024;

/** Standard input, as a path. */
export const STDIN = '-';

/**
 * Reads a file, a pipe or a device, and no more of it than a source may have.
 *
 * @param at - its name, for messages
 * @throws ConfigError `FILE_UNREADABLE`, `SOURCE_TOO_LARGE`
 */
export function readBounded(path: string, at: string): Uint8Array {
  try {
    const descriptor = path === STDIN ? 0 : openSync(path, 'r');
    try {
      return readDescriptor(descriptor, at);
    } finally {
      if (path !== STDIN) closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw unreadable(error, at);
  }
}

/** The same, and nothing where there is no such file. */
export function tryReadBounded(path: string, at: string): Uint8Array | undefined {
  try {
    return readBounded(path, at);
  } catch (error) {
    const cause = error instanceof ConfigError ? error.cause : undefined;
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw error;
  }
}

function readDescriptor(descriptor: number, at: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    // One byte more than allowed shows that there is more.
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, MAX_SOURCE_BYTES + 1 - total));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return Buffer.concat(chunks, total);
    total += count;
    checkSize(total, at);
    chunks.push(chunk.subarray(0, count));
  }
}

function unreadable(error: unknown, at: string): ConfigError {
  const result = new ConfigError('FILE_UNREADABLE', {
    at,
    problem: `the file cannot be read (${codeOf(error) ?? String(error)})`,
    fix: 'name a file that is there and that you may read',
  });
  result.cause = error;
  return result;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
