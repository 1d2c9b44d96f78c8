import { ConfigError } from './errors';

/**
 * Run-time type checks for values that TypeScript promises and JavaScript does not keep.
 * Each throws `PROP_TYPE`, `PROP_RANGE`, `PROP_CHOICE` or `PROP_EMPTY` naming place and value.
 */

/** The value as an error message shows it: short, quoted, one line. */
export function show(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${shorten(value.replace(/\p{Cc}/gu, escapeControl))}'`;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'a list' : 'an object';
    default:
      return typeof value;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A line break as `\n`, which would tear the message apart. */
function escapeControl(character: string): string {
  return JSON.stringify(character).slice(1, -1);
}

/** @throws ConfigError `PROP_TYPE` */
export function expectString(value: unknown, at: string, what: string): asserts value is string {
  if (typeof value !== 'string') throw wrongType(value, at, what, 'a string');
}

/**
 * A string with at least one character that is not a space.
 *
 * @throws ConfigError `PROP_TYPE`, `PROP_EMPTY`
 */
export function expectText(value: unknown, at: string, what: string): asserts value is string {
  expectString(value, at, what);
  if (value.trim() !== '') return;
  throw new ConfigError('PROP_EMPTY', {
    at,
    problem: `${what} is empty`,
    fix: 'write a value, or leave it out',
  });
}

/** @throws ConfigError `PROP_TYPE` */
export function expectBoolean(value: unknown, at: string, what: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw wrongType(value, at, what, 'true or false');
}

/** Whole numbers that are allowed. */
export interface IntegerRange {
  readonly min: number;
  readonly max?: number;
}

/** @throws ConfigError `PROP_TYPE`, `PROP_RANGE` */
export function expectInteger(
  value: unknown,
  at: string,
  what: string,
  { min, max }: IntegerRange,
): asserts value is number {
  if (typeof value !== 'number') throw wrongType(value, at, what, 'a number');
  if (Number.isSafeInteger(value) && value >= min && (max === undefined || value <= max)) return;
  throw new ConfigError('PROP_RANGE', {
    at,
    problem: `${what} is ${String(value)}`,
    fix: `write a whole number ${max === undefined ? `of at least ${String(min)}` : `from ${String(min)} to ${String(max)}`}`,
  });
}

/** @throws ConfigError `PROP_TYPE`, `PROP_CHOICE` */
export function expectChoice<T extends string>(
  value: unknown,
  at: string,
  what: string,
  choices: readonly T[],
): asserts value is T {
  expectString(value, at, what);
  if ((choices as readonly string[]).includes(value)) return;
  throw new ConfigError('PROP_CHOICE', {
    at,
    problem: `${what} is '${value}'`,
    fix: `write ${choices.map((choice) => `'${choice}'`).join(', ')}`,
  });
}

/** @throws ConfigError `PROP_TYPE` */
export function expectList(
  value: unknown,
  at: string,
  what: string,
): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) throw wrongType(value, at, what, 'a list');
}

/** @throws ConfigError `PROP_TYPE` */
export function expectRecord(value: unknown, at: string, what: string): asserts value is object {
  // A Map or a Date has no properties of its own, so everything in it would be lost.
  if (Object.prototype.toString.call(value) === '[object Object]') return;
  throw wrongType(value, at, what, 'an object');
}

/** The error for a property that the interface does not have, with the nearest one it has. */
export function unknownProp(key: string, at: string, known: Iterable<string>): ConfigError {
  const near = nearest(key, known);
  return new ConfigError('PROP_UNKNOWN', {
    at,
    problem: `there is no property '${key}'`,
    fix: near === undefined ? 'remove it' : `did you mean '${near}'?`,
  });
}

function wrongType(value: unknown, at: string, what: string, wanted: string): ConfigError {
  return new ConfigError('PROP_TYPE', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: `write ${wanted}`,
  });
}

/** The known word within two edits, if any. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Up to so many of the known words, the most alike first. */
export function mostAlike(word: string, known: Iterable<string>, count: number): string[] {
  const lower = word.toLowerCase();
  return [...new Set(known)]
    .map((each) => ({ each, distance: editDistance(lower, each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.each < b.each ? -1 : 1))
    .slice(0, count)
    .map(({ each }) => each);
}

/** Levenshtein distance: insertions, deletions and changes of one character. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
