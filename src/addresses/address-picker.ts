import { firstUsable, lastUsable, type Cidr } from '../ip/cidr';
import type { Taken } from './taken';

/** Hands out the addresses of a block, the lowest first; what was somebody's lately comes last. */
export class AddressPicker {
  private cursor: bigint;
  private given = 0;
  private readonly last: bigint;

  /**
   * A picker that begins at the lower end of the block.
   *
   * @param givenUp - what was somebody's lately, in the order in which it is given up
   */
  constructor(
    block: Cidr,
    private readonly taken: Taken,
    private readonly givenUp: readonly bigint[],
  ) {
    this.cursor = firstUsable(block).value;
    this.last = lastUsable(block).value;
  }

  /** The next one; absent: none is left. */
  next(): bigint | undefined {
    const { fixed, kept } = this.taken;
    while (this.cursor <= this.last) {
      const value = this.cursor;
      const range = this.rangeAt(value);
      if (range !== undefined) {
        this.cursor = range.last + 1n;
        continue;
      }
      this.cursor += 1n;
      if (!fixed.has(value) && !kept.has(value)) return value;
    }
    return this.nextGivenUp();
  }

  private nextGivenUp(): bigint | undefined {
    while (this.given < this.givenUp.length) {
      const value = this.givenUp[this.given];
      this.given += 1;
      if (value === undefined || this.taken.fixed.has(value)) continue;
      if (this.rangeAt(value) === undefined) return value;
    }
    return undefined;
  }

  private rangeAt(value: bigint): Cidr | undefined {
    const { ranges } = this.taken;
    return ranges.length === 0
      ? undefined
      : ranges.find(({ first, last }) => first <= value && value <= last);
  }
}
