import { bitsOf, type Family } from '../ip/address';
import type { Cidr } from '../ip/cidr';
import type { Draft, DraftBlock } from './draft';
import { FreeSpace } from './free-space';
import { compareText } from './natural-order';
import { Pool } from './pool';
import type { AddressSpace } from './request';

/** Where the networks of a lock file are, and where new ones may go. */
export class Ground {
  private readonly open: Readonly<Record<Family, FreeSpace>> = { 4: world(4), 6: world(6) };
  private readonly pools = new Map<AddressSpace, Readonly<Record<Family, Pool>>>();

  constructor(private readonly draft: Draft) {}

  /** Whether no network has an address of the block. */
  isOpen(block: Cidr): boolean {
    return this.open[block.family].has(block);
  }

  /** Gives the block to a network. */
  take(block: Cidr): void {
    this.open[block.family].remove(block);
    for (const pools of this.pools.values()) pools[block.family].take(block);
  }

  /** Puts a network from one block into another one; before any new one is placed. */
  move(from: Cidr, to: Cidr): void {
    this.open[from.family].add(from);
    this.take(to);
  }

  /** The lowest free block of the size in the pools of a plan. */
  find(
    space: AddressSpace,
    { family, prefix }: { readonly family: Family; readonly prefix: number },
    hasRoom: (block: Cidr) => boolean,
  ): Cidr | undefined {
    const known = this.pools.get(space) ?? {
      4: this.makePool(space, 4),
      6: this.makePool(space, 6),
    };
    this.pools.set(space, known);
    return known[family].find(prefix, hasRoom);
  }

  private makePool(space: AddressSpace, family: Family): Pool {
    const free = new FreeSpace(
      family,
      space.pools.filter((pool) => pool.family === family),
    );
    for (const block of space.avoided) free.remove(block);
    const kept: DraftBlock[] = [];
    for (const block of this.draft.blocks.values()) {
      if (block.family !== family) continue;
      if (block.removed === undefined) free.remove(block.cidr);
      else if (this.draft.isKept(block.removed)) kept.push(block);
    }
    for (const { cidr } of kept) free.remove(cidr);
    return new Pool(space, free, kept.sort(olderFirst), (block) => this.isOpen(block));
  }
}

function olderFirst(a: DraftBlock, b: DraftBlock): number {
  return compareText(a.removed ?? '', b.removed ?? '') || compareText(a.network, b.network);
}

function world(family: Family): FreeSpace {
  const last = (1n << BigInt(bitsOf(family))) - 1n;
  return new FreeSpace(family, [{ family, first: 0n, last, prefix: 0 }]);
}
