import { ConfigError } from '../errors';
import { lockError } from './lock-error';
import { LOCK_VERSION } from './render-lock';

/** A line of a lock file. */
export interface LockEntry {
  /** Number of the line, from 1. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

const HEAD = /^\s*\{\s*"version"\s*:\s*(\d+)\s*,\s*"entries"\s*:\s*\[\s*/y;
const ENTRY = /\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/y;
const COMMA = /\s*,\s*/y;
const LAST = /^\{\s*"end"\s*:\s*true\s*\}$/;
const TAIL = /\s*\]\s*\}\s*$/y;

/** What git leaves where two branches changed the same lines. */
const CONFLICT = /^(?:<{7}|={7}|>{7})/m;

/**
 * The entries of a lock file as they stand there. How they are laid out does not matter, but each one's
 * line is known, for messages.
 *
 * @throws ConfigError `LOCK_MALFORMED`, `LOCK_VERSION`
 */
export function readEntries(text: string, at: string): LockEntry[] {
  const place = new Place(text, at);
  place.refuse(
    CONFLICT,
    'there is a merge conflict',
    'keep the lines of both sides, without marks',
  );
  const [, version = ''] = place.take(HEAD, 'this is not the beginning of a lock file');
  checkVersion(Number(version), at);
  const entries: LockEntry[] = [];
  for (;;) {
    const { line } = place;
    const [entry] = place.take(ENTRY, 'this is not an entry');
    if (LAST.test(entry)) break;
    entries.push({ line, fields: fieldsOf(entry, { at, line }) });
    place.take(COMMA, 'a comma is missing');
  }
  place.take(TAIL, 'something stands behind the last entry');
  return entries;
}

/** A place in the text that only moves forward. */
class Place {
  line = 1;
  private index = 0;

  constructor(
    private readonly text: string,
    private readonly at: string,
  ) {}

  refuse(pattern: RegExp, problem: string, fix: string): void {
    const found = pattern.exec(this.text);
    if (found === null) return;
    const line = 1 + countLines(this.text.slice(0, found.index));
    throw lockError({ at: this.at, line }, problem, fix);
  }

  take(pattern: RegExp, otherwise: string): RegExpExecArray {
    pattern.lastIndex = this.index;
    const found = pattern.exec(this.text);
    if (found === null) throw lockError(this.here(), otherwise, RESTORE);
    this.index = pattern.lastIndex;
    this.line += countLines(found[0]);
    return found;
  }

  private here(): { at: string; line: number } {
    const [blank = ''] = /^\s*/.exec(this.text.slice(this.index)) ?? [];
    return { at: this.at, line: this.line + countLines(blank) };
  }
}

/** What to do with a file that cannot be read. */
const RESTORE = 'mend the line, or take the file from version control again';

function countLines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    count += 1;
  return count;
}

function checkVersion(version: number, at: string): void {
  if (version === LOCK_VERSION) return;
  throw new ConfigError('LOCK_VERSION', {
    at,
    problem: `the file has version ${String(version)} and this Portolan reads version ${String(LOCK_VERSION)}`,
    fix: 'update the portolan package',
  });
}

function fieldsOf(entry: string, place: { at: string; line: number }): Map<string, string> {
  let fields: object;
  try {
    fields = JSON.parse(entry) as object;
  } catch {
    throw lockError(place, 'this is not an entry', RESTORE);
  }
  const known = Object.entries(fields) as [string, unknown][];
  const wrong = known.find(([, value]) => typeof value !== 'string' || value === '');
  if (wrong === undefined) return new Map(known as [string, string][]);
  throw lockError(place, `${wrong[0]} is ${JSON.stringify(wrong[1])}`, 'write a text');
}
