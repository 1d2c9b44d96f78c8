import { ConfigError } from '../errors';

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
 * @param at the file's name, for messages
 * @throws ConfigError `ENV_FILE_MALFORMED` naming the line
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export function parseEnvFile(text: string, at: string): EnvFileEntry[] {
  const entries: EnvFileEntry[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) continue;
    entries.push(parseLine(line, index + 1, at));
  }
  return entries;
}

function parseLine(line: string, number: number, at: string): EnvFileEntry {
  const equals = line.indexOf('=');
  const name = equals === -1 ? line : line.slice(0, equals);
  if (name === '') {
    throw new ConfigError('ENV_FILE_MALFORMED', {
      at: `${at}:${String(number)}`,
      problem: 'the line has no variable name before =',
      fix: 'write NAME=value',
    });
  }
  if (/[ \t]/.test(name)) {
    throw new ConfigError('ENV_FILE_MALFORMED', {
      at: `${at}:${String(number)}`,
      problem: `the variable name '${name}' contains a space`,
      fix: 'write NAME=value, without spaces around = and without export',
    });
  }
  return equals === -1
    ? { name, line: number }
    : { name, value: line.slice(equals + 1), line: number };
}
