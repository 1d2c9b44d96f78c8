import { contains, overlaps, type Cidr } from '../ip/cidr';
import type { DraftBlock } from './draft';
import type { FreeSpace } from './free-space';
import type { AddressSpace } from './request';

/** The pools of one plan in one family. */
export class Pool {
  private reservedUpTo = -1;

  /**
   * What is free, as it stands now.
   *
   * @param free - what nobody has, and nobody had lately
   * @param kept - what somebody had lately, the oldest first
   * @param isOpen - whether no network has an address of a block
   */
  constructor(
    private readonly space: AddressSpace,
    private readonly free: FreeSpace,
    private readonly kept: DraftBlock[],
    private readonly isOpen: (block: Cidr) => boolean,
  ) {}

  /**
   * The lowest free block of the size that has the room. When there is none, what was removed is given
   * up, the oldest first.
   */
  find(prefix: number, hasRoom: (block: Cidr) => boolean): Cidr | undefined {
    this.reserve(prefix);
    for (;;) {
      let block = this.free.find(prefix);
      while (block !== undefined && !hasRoom(block)) {
        block = this.free.findFrom(block.last + 1n, prefix);
      }
      if (block !== undefined || !this.giveUpOldest(prefix)) return block;
    }
  }

  /** Takes a block away. */
  take(block: Cidr): void {
    this.free.remove(block);
  }

  /** A block is not cut out of a larger range that is reserved; a smaller one may lie in it. */
  private reserve(prefix: number): void {
    if (prefix <= this.reservedUpTo) return;
    this.reservedUpTo = prefix;
    for (const range of this.space.reserved) if (range.prefix <= prefix) this.free.remove(range);
  }

  private giveUpOldest(prefix: number): boolean {
    for (let block = this.kept.shift(); block !== undefined; block = this.kept.shift()) {
      const { cidr } = block;
      const isReserved = this.space.reserved.some(
        (range) => range.prefix <= prefix && overlaps(range, cidr),
      );
      if (isReserved || !mayHold(this.space, cidr) || !this.isOpen(cidr)) continue;
      this.free.add(cidr);
      return true;
    }
    return false;
  }
}

/** Whether the plan may put a block there, as far as nobody else has it. */
export function mayHold({ pools, avoided, reserved }: AddressSpace, block: Cidr): boolean {
  if (!pools.some((pool) => contains(pool, block))) return false;
  if (avoided.some((other) => overlaps(other, block))) return false;
  return !reserved.some((range) => contains(range, block));
}
