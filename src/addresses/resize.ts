import { formatAddress } from '../ip/address';
import {
  blockOf,
  contains,
  firstUsable,
  formatCidr,
  lastUsable,
  overlaps,
  type Cidr,
} from '../ip/cidr';
import type { Draft, DraftBlock } from './draft';
import type { Ground } from './ground';
import { blockKey } from './lock';
import { mayHold } from './pool';
import { isExplicit, type BlockRequest } from './request';
import { changedPrefix } from './size';

/**
 * Gives a block the size that its network asks for, around the addresses that its containers have;
 * where that does not work it stays as it is.
 */
export function resize(draft: Draft, ground: Ground, request: BlockRequest): void {
  const { network, family } = request;
  const block = draft.blocks.get(blockKey(network.path, family));
  if (block === undefined || block.removed !== undefined) return;
  const prefix = changedPrefix(request, block.cidr.prefix);
  if (prefix === undefined) return;
  const result =
    prefix < block.cidr.prefix
      ? grow(draft, ground, { request, block, prefix })
      : shrink(request, block, prefix);
  if ('obstacle' in result) {
    const verb = prefix < block.cidr.prefix ? 'grow' : 'shrink';
    draft.problems.push({
      code: 'PLANNED_SUBNET_SIZE',
      at: network.path,
      problem: `its block ${formatCidr(block.cidr)} cannot ${verb} to /${String(prefix)}, as ${result.obstacle}`,
      fix: 'keep the size, or delete its lines in the lock file to give it a new block and new addresses',
    });
    return;
  }
  ground.move(block.cidr, result.cidr);
  block.cidr = result.cidr;
  if (block.dynamic !== undefined && !contains(block.cidr, block.dynamic))
    block.dynamic = undefined;
}

type Resized = { readonly cidr: Cidr } | { readonly obstacle: string };

function grow(
  draft: Draft,
  ground: Ground,
  { request, block, prefix }: { request: BlockRequest; block: DraftBlock; prefix: number },
): Resized {
  const { cidr: before, family } = block;
  const cidr = blockOf({ family, value: before.first }, prefix);
  if (!mayHold(request.network.space, cidr)) {
    return { obstacle: `${formatCidr(cidr)} is not free for the plan` };
  }
  if (halvesBeside(before, prefix).every((half) => ground.isOpen(half))) return { cidr };
  const other = [...draft.blocks.values()].find(
    (one) => one !== block && one.removed === undefined && overlaps(one.cidr, cidr),
  );
  return { obstacle: `${other?.network ?? 'another network'} is in ${formatCidr(cidr)}` };
}

/** The blocks beside a block that make it larger, each twice as large as the one before. */
function halvesBeside({ family, first, prefix }: Cidr, to: number): Cidr[] {
  const halves: Cidr[] = [];
  for (let length = prefix; length > to; length -= 1) {
    const half = blockOf({ family, value: first }, length);
    const whole = blockOf({ family, value: first }, length - 1);
    const value = half.first === whole.first ? half.last + 1n : whole.first;
    halves.push(blockOf({ family, value }, length));
  }
  return halves;
}

function shrink(request: BlockRequest, block: DraftBlock, prefix: number): Resized {
  const { family } = block;
  const values = keptAddresses(request, block);
  const lowest = values.reduce((low, value) => (value < low ? value : low), block.cidr.last);
  const cidr = blockOf({ family, value: values.length === 0 ? block.cidr.first : lowest }, prefix);
  const [gateway, last] = [firstUsable(cidr).value, lastUsable(cidr).value];
  const outside = values.find((value) => value <= gateway || value > last);
  if (outside === undefined) return { cidr };
  const text = formatAddress({ family, value: outside });
  return { obstacle: `${text} would be outside ${formatCidr(cidr)}, or its gateway` };
}

/** Addresses of the block that containers have, or ask for. */
function keptAddresses({ network, family }: BlockRequest, block: DraftBlock): bigint[] {
  return network.members.flatMap(({ path, wishes }) => {
    const wish = wishes[family];
    if (isExplicit(wish)) return contains(block.cidr, wish) ? [wish.value] : [];
    const recorded = wish === 'planned' ? block.recorded.get(path) : undefined;
    return recorded === undefined ? [] : [recorded.value];
  });
}
