import { overlaps, type Cidr } from '../ip/cidr';
import { compareText } from './text';

/** An address block and whose it is. */
export interface Block {
  readonly cidr: Cidr;

  /** Id of the network, for order and messages. */
  readonly owner: string;
}

/**
 * Each block with the first one, by address and owner, that it overlaps and that the judge does not
 * let pass; so the answer does not depend on the order of declaration.
 */
export function* overlappingPairs<T extends Block>(
  blocks: readonly T[],
  isClash: (block: T, other: T) => boolean,
): Generator<readonly [T, T], void, undefined> {
  let open: T[] = [];
  for (const block of [...blocks].sort(compareBlocks)) {
    open = open.filter((other) => overlaps(other.cidr, block.cidr));
    const other = open.find((candidate) => isClash(block, candidate));
    if (other !== undefined) yield [block, other];
    open.push(block);
  }
}

/** IPv4 first, then by address, the larger block first. */
function compareBlocks({ cidr: a, owner }: Block, { cidr: b, owner: other }: Block): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix || compareText(owner, other);
}
