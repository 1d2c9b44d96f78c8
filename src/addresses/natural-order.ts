/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Sorted by a text with numbers in it, so that `node2` comes before `node10`. */
export function sortNaturally<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, order: naturalKey(textOf(item)) }))
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ item }) => item);
}

/** A number with more digits is larger, so the count of digits goes in front of it. */
function naturalKey(text: string): string {
  return text.replace(/\d+/g, (digits) => `${String.fromCharCode(digits.length)}${digits}`);
}
