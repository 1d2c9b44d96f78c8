import { Token, Tokenization, type IResolvable } from 'cdktf';

/** A switch that may be known only to Terraform. */
export type Flag = boolean | IResolvable;

/**
 * What cdktf writes into text, lists and maps in place of a value; the last form is a number of its
 * own that somebody put into text.
 */
const MARKER = /[$#&]\{TfToken\[|-8\.\d+e\+298/;

/** Whether Terraform, and not this program, knows the value or a part of it. */
export function isToken(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return holdsMarker(value);
    case 'number':
      return !Number.isSafeInteger(value) && Token.isUnresolved(value);
    case 'object':
      return value !== null && isObjectToken(value);
    default:
      return false;
  }
}

function isObjectToken(value: object): boolean {
  if (Array.isArray(value)) return value.length === 1 && isToken(value[0]);
  if (Tokenization.isResolvable(value)) return true;
  for (const key in value) if (holdsMarker(key)) return true;
  return false;
}

/** Most texts are shorter than any marker. */
const SHORTEST_MARKER = '-8.1e+298'.length;

function holdsMarker(text: string): boolean {
  return text.length >= SHORTEST_MARKER && MARKER.test(text);
}

/**
 * Text that Terraform must take as it is: its own `${` and `%{` are escaped, cdktf's markers stay.
 */
export function literal(text: string): string {
  if (!text.includes('{')) return text;
  return text.replace(/\$\{(?!TfToken\[)/g, '$$${').replace(/%\{/g, '%%{');
}

/** {@link literal} for each entry of a list. */
export function literalList(list: readonly string[]): string[] {
  return list.map(literal);
}

/** {@link literal} for each key and value of a map: Terraform looks for expressions in both. */
export function literalMap(map: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const key of Object.keys(map)) result[literal(key)] = literal(map[key] ?? '');
  return result;
}
