import { bitsOf } from '../ip/address';
import { blockOf, firstUsable, lastUsable, overlaps, type Cidr } from '../ip/cidr';
import { holdsOne, sorted, type Taken } from './taken';

/** What a range for Docker itself must be like. */
export interface RangeWish {
  /** Addresses that Docker must have. */
  readonly need: number;

  /** Whether it is to have those and not many more. */
  readonly isSmall: boolean;

  /** Addresses that the plan has yet to find outside. */
  readonly pending: number;
}

/** A /64 is halved that often at most; a range of 2^48 addresses is small enough for anyone. */
const MOST_HALVINGS = 16;

/**
 * A part of the block for Docker to hand out of, apart from every fixed address: at the upper end and,
 * unless it is to be small, as large as it can be. It spares what was removed lately if it can.
 */
export function chooseDynamicRange(block: Cidr, taken: Taken, wish: RangeWish): Cidr | undefined {
  const fixed = sorted(taken.fixed);
  const all = sorted([...taken.fixed, ...taken.kept]);
  const room = usableCount(block, block) - BigInt(fixed.length + wish.pending);
  const prefixes = prefixesOf(block, wish);
  for (const values of [all, fixed]) {
    for (const prefix of prefixes) {
      const range = highestFree(block, prefix, (candidate) => isFree(candidate, values, taken));
      if (range === undefined || !hasDynamicRoom(range, block, wish.need)) continue;
      if (usableCount(range, block) <= room) return range;
    }
  }
  return undefined;
}

/** Whether Docker finds enough addresses in the range. */
export function hasDynamicRoom(range: Cidr, block: Cidr, need: number): boolean {
  return usableCount(range, block) >= BigInt(need);
}

/** Whether nothing in the range is spoken for. */
export function isFreeRange(range: Cidr, taken: Taken): boolean {
  return isFree(range, sorted(taken.fixed), taken);
}

function isFree(range: Cidr, values: readonly bigint[], { ranges }: Taken): boolean {
  return !holdsOne(values, range) && !ranges.some((other) => overlaps(other, range));
}

/** Prefix lengths in the order in which they are tried. */
function prefixesOf({ prefix, family }: Cidr, { need, isSmall }: RangeWish): number[] {
  const smallest = bitsOf(family) - Math.ceil(Math.log2(Math.max(need, 1)));
  const count = isSmall ? smallest - prefix : Math.min(smallest - prefix, MOST_HALVINGS);
  const halvings = Array.from({ length: Math.max(count, 0) }, (_, index) => prefix + 1 + index);
  return isSmall ? halvings.reverse() : halvings;
}

/** The highest part of the block with that prefix length that is free. */
function highestFree(
  block: Cidr,
  prefix: number,
  isFreePart: (part: Cidr) => boolean,
): Cidr | undefined {
  const { family } = block;
  let part = blockOf({ family, value: block.last }, prefix);
  while (part.first >= block.first) {
    if (isFreePart(part)) return part;
    if (part.first === 0n) return undefined;
    part = blockOf({ family, value: part.first - 1n }, prefix);
  }
  return undefined;
}

function usableCount(range: Cidr, block: Cidr): bigint {
  const [low, high] = [firstUsable(block).value, lastUsable(block).value];
  const first = range.first < low ? low : range.first;
  const last = range.last > high ? high : range.last;
  return last - first + 1n;
}
