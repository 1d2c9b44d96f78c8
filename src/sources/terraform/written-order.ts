import { own } from '../json-value';
import type { Masked } from './masked';

/** Terraform sorts a set in its own way; a set that is written out is in the order of its author. */
export function inWrittenOrder(
  texts: Masked<readonly string[]>,
  expression: unknown,
): Masked<readonly string[]> {
  const written = own(expression, 'constant_value');
  if (!Array.isArray(written) || written.length !== texts.length) return texts;
  const list = written as unknown[];
  const isSame = texts.every((text) => list.includes(text)) && new Set(list).size === list.length;
  return isSame ? list.filter((text) => typeof text === 'string') : texts;
}
