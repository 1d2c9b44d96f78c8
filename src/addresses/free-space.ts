import { bitsOf, type Family } from '../ip/address';
import type { Cidr } from '../ip/cidr';

interface Gap {
  readonly first: bigint;
  readonly last: bigint;
}

/** The free part of some pools of one family; blocks are cut out at its lowest fitting place. */
export class FreeSpace {
  /** In rising order, not touching each other. */
  private readonly gaps: Gap[] = [];

  /** For each prefix length, an address below which no block of that size fits. */
  private readonly lowest = new Map<number, bigint>();

  constructor(
    private readonly family: Family,
    pools: readonly Cidr[],
  ) {
    for (const pool of pools) this.add(pool);
  }

  /** Makes a block free again. */
  add({ family, first, last }: Cidr): void {
    if (family !== this.family) return;
    const start = this.indexOf(first === 0n ? 0n : first - 1n);
    let [low, high] = [first, last];
    let end = start;
    for (let gap = this.gaps[end]; gap !== undefined && gap.first <= last + 1n;) {
      if (gap.first < low) low = gap.first;
      if (gap.last > high) high = gap.last;
      end += 1;
      gap = this.gaps[end];
    }
    this.gaps.splice(start, end - start, { first: low, last: high });
    this.lowest.clear();
  }

  /** Takes a block away, or what of it is free. */
  remove({ family, first, last }: Cidr): void {
    if (family !== this.family) return;
    const start = this.indexOf(first);
    const rest: Gap[] = [];
    let end = start;
    for (let gap = this.gaps[end]; gap !== undefined && gap.first <= last;) {
      if (gap.first < first) rest.push({ first: gap.first, last: first - 1n });
      if (gap.last > last) rest.push({ first: last + 1n, last: gap.last });
      end += 1;
      gap = this.gaps[end];
    }
    if (end > start) this.gaps.splice(start, end - start, ...rest);
  }

  /** The lowest free block of the size. */
  find(prefix: number): Cidr | undefined {
    const found = this.findFrom(this.lowest.get(prefix) ?? 0n, prefix);
    if (found !== undefined) this.lowest.set(prefix, found.first);
    return found;
  }

  /** The lowest free block of the size that begins at the address or above it. */
  findFrom(from: bigint, prefix: number): Cidr | undefined {
    const { family } = this;
    const size = 1n << BigInt(bitsOf(family) - prefix);
    for (let index = this.indexOf(from); index < this.gaps.length; index += 1) {
      const gap = this.gaps[index];
      if (gap === undefined) break;
      const start = gap.first > from ? gap.first : from;
      const first = ((start + size - 1n) / size) * size;
      if (first + size - 1n > gap.last) continue;
      return { family, first, last: first + size - 1n, prefix };
    }
    return undefined;
  }

  /** Whether all of the block is free. */
  has({ family, first, last }: Cidr): boolean {
    const gap = this.gaps[this.indexOf(first)];
    return family === this.family && gap !== undefined && gap.first <= first && last <= gap.last;
  }

  /** Number of addresses that are free. */
  size(): bigint {
    return this.gaps.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  }

  /** Whether nothing is free. */
  isEmpty(): boolean {
    return this.gaps.length === 0;
  }

  /** Index of the first gap that ends at the address or above it. */
  private indexOf(address: bigint): number {
    let [low, high] = [0, this.gaps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const gap = this.gaps[middle];
      if (gap !== undefined && gap.last < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
