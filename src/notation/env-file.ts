import { ConfigError } from '../errors';
import { show } from '../expect';

/** One variable of an env file; without a value it is taken from the caller's environment. */
export interface EnvFileEntry {
  readonly name: string;
  readonly value?: string;

  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * Reads an env file as `docker run --env-file` does: one `NAME=value` a line, `#` starts a comment
 * line, quotes and trailing spaces belong to the value, a name alone passes the caller's own
 * variable on.
 *
 * @param at - the file's name, for messages
 * @throws ConfigError `ENV_FILE_MALFORMED` naming the line
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export function parseEnvFile(text: string, at: string): EnvFileEntry[] {
  const entries: EnvFileEntry[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, raw] of lines.entries()) {
    const place = `${at}:${String(index + 1)}`;
    checkLine(raw, place);
    const line = raw.replace(/\r$/, '').replace(LEADING_SPACE, '');
    if (line === '' || line.startsWith('#')) continue;
    entries.push({ ...parseLine(line, place), line: index + 1 });
  }
  return entries;
}

/** Go's `unicode.IsSpace`. JavaScript also takes a byte order mark for a space, and U+0085 for none. */
const LEADING_SPACE = /^[\t-\r \u0085\p{Z}]+/u;

/** The Go reader's buffer of 64 KiB, less the line's end. */
const LONGEST_LINE_BYTES = 65_535;

function checkLine(line: string, at: string): void {
  const bytes = Buffer.byteLength(line);
  if (bytes > LONGEST_LINE_BYTES) {
    throw malformed(
      at,
      `the line has ${String(bytes)} bytes, and Docker reads at most ${String(LONGEST_LINE_BYTES)}`,
      'put the text into a file of its own',
    );
  }
  if (!line.includes('\0')) return;
  const problem = 'the line has a zero byte, which no variable can hold';
  throw malformed(at, problem, 'save the file as UTF-8 text');
}

function parseLine(line: string, at: string): { name: string; value?: string } {
  const equals = line.indexOf('=');
  const name = equals === -1 ? line : line.slice(0, equals);
  if (name === '') {
    throw malformed(at, 'the line has no variable name before =', 'write NAME=value');
  }
  if (/[ \t]/.test(name)) {
    const fix = 'write NAME=value, without spaces around = and without export';
    throw malformed(at, `the variable name ${show(name)} contains a space`, fix);
  }
  return equals === -1 ? { name } : { name, value: line.slice(equals + 1) };
}

function malformed(at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('ENV_FILE_MALFORMED', { at, problem, fix });
}
