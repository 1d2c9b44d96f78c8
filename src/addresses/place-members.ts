import { formatCidr, overlaps, type Cidr } from '../ip/cidr';
import { AddressPicker } from './address-picker';
import type { Draft, DraftBlock } from './draft';
import type { AddressRecord } from './lock';
import { compareText, sortNaturally } from './natural-order';
import { placeDynamicRange } from './place-dynamic-range';
import { readMembers, type Members } from './recorded-members';
import type { BlockRequest, MemberRequest } from './request';
import type { Taken } from './taken';

/**
 * Gives every container of a block its address: the one it asks for, the one it has, the one it had, or
 * a new one.
 */
export function placeMembers(draft: Draft, request: BlockRequest, block: DraftBlock): void {
  const members = readMembers(request, block);
  const removed = removedRecords(block, members, draft.today);
  const freed = freedAddresses(block, members.live);
  const recent = [...removed].filter(([, record]) => draft.isKept(record.removed));
  const taken: Taken = {
    fixed: members.fixed,
    kept: new Set([...recent.map(([, { value }]) => value), ...freed]),
    ranges: request.network.space.reserved.filter((range) => overlaps(range, block.cidr)),
  };
  const pending = sortNaturally(members.pending, ({ path }) => path);
  block.dynamic = placeDynamicRange(draft, request, block, { taken, pending: pending.length });
  const ranges = block.dynamic === undefined ? taken.ranges : [...taken.ranges, block.dynamic];
  const givenUp = [...recent.sort(olderFirst).map(([, { value }]) => value), ...freed];
  const picker = new AddressPicker(block.cidr, { ...taken, ranges }, givenUp);
  const left = pending.filter((member) => !pick(picker, member, members));
  if (left.length > 0) draft.problems.push(fullProblem(request, block, left));
  block.addresses = recordsOf(members.live, removed, block.dynamic);
}

interface RemovedRecord extends AddressRecord {
  readonly removed: string;
}

/** What is recorded of containers that are gone, unless somebody has their address. */
function removedRecords(
  { recorded }: DraftBlock,
  { live, fixed }: Members,
  today: string,
): ReadonlyMap<string, RemovedRecord> {
  const removed = new Map<string, RemovedRecord>();
  for (const [key, { value, removed: since = today }] of recorded) {
    if (!live.has(key) && !fixed.has(value)) removed.set(key, { value, removed: since });
  }
  return removed;
}

/** Addresses of containers that ask for another one now: they may still be in use while that is applied. */
function freedAddresses({ recorded }: DraftBlock, live: ReadonlyMap<string, bigint>): bigint[] {
  return [...recorded]
    .filter(([key, { value }]) => live.has(key) && live.get(key) !== value)
    .map(([, { value }]) => value);
}

function olderFirst(
  [a, { removed: dayA }]: readonly [string, RemovedRecord],
  [b, { removed: dayB }]: readonly [string, RemovedRecord],
): number {
  return compareText(dayA, dayB) || compareText(a, b);
}

function pick(picker: AddressPicker, { path }: MemberRequest, { live }: Members): boolean {
  const value = picker.next();
  if (value !== undefined) live.set(path, value);
  return value !== undefined;
}

function fullProblem(
  { network }: BlockRequest,
  { cidr }: DraftBlock,
  left: readonly MemberRequest[],
): Draft['problems'][number] {
  const [first] = left;
  const others = left.length === 1 ? '' : ` and ${String(left.length - 1)} more`;
  return {
    code: 'PLANNED_SUBNET_FULL',
    at: network.path,
    problem: `${formatCidr(cidr)} has no address left for ${first?.path ?? ''}${others}`,
    fix: "raise the network's hosts, or leave fewer addresses reserved or dynamic",
  };
}

/** What is there, then what was removed and has not been given up. */
function recordsOf(
  live: ReadonlyMap<string, bigint>,
  removed: ReadonlyMap<string, RemovedRecord>,
  dynamic: Cidr | undefined,
): ReadonlyMap<string, AddressRecord> {
  const records = new Map<string, AddressRecord>();
  for (const [key, value] of live) records.set(key, { value });
  if (removed.size === 0) return records;
  const owned = new Set(live.values());
  for (const [key, record] of removed) {
    const isDynamic =
      dynamic !== undefined && dynamic.first <= record.value && record.value <= dynamic.last;
    if (!isDynamic && !owned.has(record.value)) records.set(key, record);
  }
  return records;
}
