import { ConfigError } from '../errors';
import { anyText, mapOf, type Check } from './props';
import { literal } from './token';

/** Labels whose names this library does not use itself. */
export const labelMap: Check = (value, at, what) => {
  mapOf(anyText)(value, at, what);
  const reserved = Object.keys(value as object).find((label) => label.startsWith('portolan.'));
  if (reserved === undefined) return;
  throw new ConfigError('LABEL_RESERVED', {
    at,
    problem: `label '${reserved}' begins with 'portolan.', which this library uses itself`,
    fix: 'choose another name',
  });
};

/** The provider's blocks for labels, in the order of their names. */
export function labelBlocks(
  labels: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  return Object.keys(labels)
    .sort()
    .map((label) => ({ label: literal(label), value: literal(labels[label] ?? '') }));
}
