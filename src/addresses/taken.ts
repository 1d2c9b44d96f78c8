import type { Cidr } from '../ip/cidr';

/** Addresses of a block that are spoken for. */
export interface Taken {
  /** The gateway, and what containers have or ask for. */
  readonly fixed: Set<bigint>;

  /** What was somebody's lately; used when nothing else is left. */
  readonly kept: Set<bigint>;

  /** Ranges that nothing is handed out of. */
  readonly ranges: readonly Cidr[];
}

/** The numbers in rising order. */
export function sorted(values: Iterable<bigint>): bigint[] {
  return [...values].sort(compareNumbers);
}

/** Whether one of the sorted numbers lies in the block. */
export function holdsOne(values: ArrayLike<bigint>, { first, last }: Cidr): boolean {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0n) < first) low = middle + 1;
    else high = middle;
  }
  const found = values[low];
  return found !== undefined && found <= last;
}

function compareNumbers(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
