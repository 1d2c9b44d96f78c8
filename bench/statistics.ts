/** The middle value; between the two middle ones when their count is even. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of no values');
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle]!;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}

/** One value of each variant, measured right after each other, so that both saw the same machine. */
export type Pair<T> = readonly [first: T, second: T];

/** Measures two variants in turn; each goes first in every other round. */
export function inTurn<T>(rounds: number, first: () => T, second: () => T): Pair<T>[] {
  return Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) {
      const value = first();
      return [value, second()];
    }
    const value = second();
    return [first(), value];
  });
}

/** Median of the first variant's share of the second, pair by pair. */
export function medianRatio<T>(pairs: readonly Pair<T>[], read: (value: T) => number): number {
  return median(pairs.map(([first, second]) => read(first) / read(second)));
}
