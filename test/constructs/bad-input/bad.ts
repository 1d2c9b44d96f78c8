import type { ConfigErrorCode } from '../../../src/errors';

/** A value that must be refused, and how. */
export interface Bad {
  readonly value: unknown;
  readonly code: ConfigErrorCode;

  /** What the message shows of the value, where it is not the value itself. */
  readonly shows: string;
}

/** A property of which every value passes that its type allows, and why. */
export interface Free {
  readonly free: string;

  /** Values of a wrong type, as from JavaScript. */
  readonly wrong: readonly Bad[];
}

/** Wrong values for every property of a props interface. */
export type BadTable<P> = { readonly [K in keyof Required<P>]: readonly Bad[] | Free };

export function bad(value: unknown, code: ConfigErrorCode, shows = shown(value)): Bad {
  return { value, code, shows };
}

export function free(reason: string, wrong: readonly Bad[]): Free {
  return { free: reason, wrong };
}

/** The part of a value that is wrong: the innermost first one. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : value.slice(0, 57);
  if (value === null || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'a list' : shown(value[0]);
  if (typeof value !== 'object') return typeof value;
  const [first] = Object.values(value);
  return first === undefined ? 'an object' : shown(first);
}

/** Not text. */
export const NOT_TEXT = [5, NaN, true, null, {}, ['x'], Symbol('x')].map((value) =>
  bad(value, 'PROP_TYPE', Array.isArray(value) ? 'a list' : shown(value)),
);

/** Not text, or none. */
export const NOT_WORDS = [...NOT_TEXT, bad('', 'PROP_EMPTY'), bad('  ', 'PROP_EMPTY')];

/** Not true or false. */
export const NOT_FLAG = ['yes', 1, null, {}, []].map((value) => bad(value, 'PROP_TYPE'));

/** Not a number. */
const NOT_NUMBER = ['5', null, {}, [], true].map((value) => bad(value, 'PROP_TYPE'));

/** Not a whole number. */
export const NOT_WHOLE = [
  ...NOT_NUMBER,
  ...[NaN, Infinity, 1.5].map((value) => bad(value, 'PROP_RANGE')),
];

/** Not a list. */
export const NOT_LIST = ['text', 5, null, {}].map((value) => bad(value, 'PROP_TYPE'));

/** Not a list of texts. */
export const NOT_WORD_LIST = [
  ...NOT_LIST,
  bad([5], 'PROP_TYPE'),
  bad([null], 'PROP_TYPE'),
  bad([['x']], 'PROP_TYPE', 'a list'),
  bad([''], 'PROP_EMPTY'),
];

/** Not an object. */
export const NOT_RECORD = [
  ...['text', 5, null, []].map((value) => bad(value, 'PROP_TYPE')),
  bad(new Map([['a', 'b']]), 'PROP_TYPE', 'an object'),
];

/** Not an object with texts in it. */
export const NOT_TEXT_MAP = [
  ...NOT_RECORD,
  bad({ key: 5 }, 'PROP_TYPE'),
  bad({ key: null }, 'PROP_TYPE'),
  bad({ '': 'x' }, 'PROP_EMPTY', 'empty'),
];

/** Everything that a table refuses, one row each. */
export function rowsOf<P>(table: BadTable<P>): [string, string, Bad][] {
  return Object.entries<readonly Bad[] | Free>(table).flatMap(([prop, entry]) => {
    const list = 'free' in entry ? entry.wrong : entry;
    return list.map((each): [string, string, Bad] => [prop, titleOf(each), each]);
  });
}

/** A short name of the value for a test's title. */
function titleOf({ value }: Bad): string {
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'number') return String(value);
  const json = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'number' ? String(each) : typeof each === 'symbol' ? 'a symbol' : each,
  );
  return json.length > 70 ? `${json.slice(0, 67)}...` : json;
}
