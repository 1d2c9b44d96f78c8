import { literal } from './token';

/** The provider's blocks for labels, in the order of their names. */
export function labelBlocks(
  labels: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  return Object.keys(labels)
    .sort()
    .map((label) => ({ label: literal(label), value: literal(labels[label] ?? '') }));
}
