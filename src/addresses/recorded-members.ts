import { contains, firstUsable, lastUsable, type Cidr } from '../ip/cidr';
import type { DraftBlock } from './draft';
import type { AddressRecord } from './lock';
import { compareText } from './natural-order';
import { isExplicit, type BlockRequest, type MemberRequest } from './request';

/** The containers of a block whose address is settled, and the others. */
export interface Members {
  /** Addresses by the construct path of the container, for the lock. */
  readonly live: Map<string, bigint>;

  /** What new addresses must not be: the gateway, and what containers have or ask for. */
  readonly fixed: Set<bigint>;

  /** Who gets a new one. */
  readonly pending: readonly MemberRequest[];
}

/**
 * What is recorded stays; what was removed comes back unless somebody has its address; and what
 * containers ask for is recorded unless it is another one's. The findings tell of such pairs.
 */
export function readMembers(request: BlockRequest, block: DraftBlock): Members {
  const fixed = new Set([firstUsable(block.cidr).value]);
  const live = new Map<string, bigint>();
  const returning: MemberRequest[] = [];
  for (const member of request.network.members) {
    const wish = member.wishes[request.family];
    if (isExplicit(wish) && contains(block.cidr, wish)) fixed.add(wish.value);
    if (wish !== 'planned') continue;
    const record = usableRecord(block, member);
    if (record?.removed !== undefined || record === undefined) returning.push(member);
    else live.set(member.path, record.value);
  }
  for (const value of live.values()) fixed.add(value);
  const pending = returning.filter((member) => !comesBack(block, member, { live, fixed }));
  recordExplicit(request, block.cidr, live);
  return { live, fixed, pending };
}

function usableRecord(block: DraftBlock, { path }: MemberRequest): AddressRecord | undefined {
  const record = block.recorded.get(path);
  return record !== undefined && isUsable(block.cidr, record.value) ? record : undefined;
}

function comesBack(
  block: DraftBlock,
  member: MemberRequest,
  { live, fixed }: Pick<Members, 'live' | 'fixed'>,
): boolean {
  const record = usableRecord(block, member);
  if (record === undefined || fixed.has(record.value)) return false;
  fixed.add(record.value);
  live.set(member.path, record.value);
  return true;
}

function recordExplicit(request: BlockRequest, cidr: Cidr, live: Map<string, bigint>): void {
  const owned = new Set(live.values());
  for (const { path, wishes } of explicitMembers(request)) {
    const wish = wishes[request.family];
    if (!isExplicit(wish) || owned.has(wish.value)) continue;
    if (!contains(cidr, wish) || !isUsable(cidr, wish.value)) continue;
    owned.add(wish.value);
    live.set(path, wish.value);
  }
}

/** In an order of their own, so that of two with one address always the same one is recorded. */
function explicitMembers({ network, family }: BlockRequest): MemberRequest[] {
  return network.members
    .filter(({ wishes }) => isExplicit(wishes[family]))
    .sort((a, b) => compareText(a.path, b.path));
}

/** Whether a container may have the address: the first one is the gateway. */
function isUsable(block: Cidr, value: bigint): boolean {
  return firstUsable(block).value < value && value <= lastUsable(block).value;
}
