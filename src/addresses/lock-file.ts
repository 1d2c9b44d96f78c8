import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../errors';

/**
 * The text of a lock file; absent: there is none yet.
 *
 * @throws ConfigError `FILE_UNREADABLE`
 */
export function readLockText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new ConfigError('FILE_UNREADABLE', {
      at: file,
      problem: `cannot read the lock file (${codeOf(error)})`,
      fix: 'let this user read it',
    });
  }
}

/**
 * Writes a lock file if it is still as it was when it was read; else false, and nothing is written. A
 * reader sees the old file or the new one, never a part, and of two writers at once one is told no.
 *
 * @param expected - the text that was read; absent: there was none
 * @throws ConfigError `LOCK_BUSY`, `FILE_UNREADABLE`
 */
export function replaceLockText(file: string, expected: string | undefined, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  return whileMine(`${file}.busy`, () => {
    if (readLockText(file) !== expected) return false;
    const part = `${file}.part`;
    writeFileSync(part, text);
    renameSync(part, file);
    return true;
  });
}

/** Milliseconds after which another writer must be done; it takes one. */
const PATIENCE_MS = 10_000;

function whileMine<T>(mark: string, action: () => T): T {
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryMake(mark)) {
    if (Date.now() > deadline) throw busy(mark);
    sleep(10);
  }
  try {
    return action();
  } finally {
    rmSync(mark, { force: true });
  }
}

/** Makes the file unless it is there: of several processes one succeeds. */
function tryMake(mark: string): boolean {
  try {
    closeSync(openSync(mark, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function busy(mark: string): ConfigError {
  return new ConfigError('LOCK_BUSY', {
    at: mark,
    problem: `another process has been writing the lock file for ${String(PATIENCE_MS / 1000)} seconds`,
    fix: 'if there is none, it was killed while it wrote: delete this file',
  });
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode ? String(error.code) : String(error);
}
