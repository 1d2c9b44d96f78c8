import type { Cidr } from '../ip/cidr';
import type { Draft, DraftBlock } from './draft';
import type { BlockRecord, Lock } from './lock';

/**
 * What to record after a plan. What was removed long ago is left out when something else changes; time
 * alone changes nothing, so that a check of the lock file does not fail one day.
 */
export function nextLock({ blocks, isKept }: Draft, previous: Lock): Lock {
  const next = withoutExpired(blocks, isKept);
  return isSame(next, withoutExpired(previous, isKept)) ? previous : next;
}

function withoutExpired(
  lock: ReadonlyMap<string, BlockRecord | DraftBlock>,
  isKept: Draft['isKept'],
): Lock {
  const kept = new Map<string, BlockRecord>();
  for (const [key, record] of lock) {
    if (!isKept(record.removed)) continue;
    const addresses = keptAddresses(record.addresses, isKept);
    const { network, family, cidr, removed, dynamic } = record;
    kept.set(key, {
      network,
      family,
      cidr,
      addresses,
      ...(removed === undefined ? {} : { removed }),
      ...(dynamic === undefined ? {} : { dynamic }),
    });
  }
  return kept;
}

/** The same map when all of it is kept, as it mostly is. */
function keptAddresses(
  addresses: BlockRecord['addresses'],
  isKept: Draft['isKept'],
): BlockRecord['addresses'] {
  const expired = new Set<string>();
  for (const [container, { removed }] of addresses) {
    if (!isKept(removed)) expired.add(container);
  }
  if (expired.size === 0) return addresses;
  return new Map([...addresses].filter(([container]) => !expired.has(container)));
}

function isSame(a: Lock, b: Lock): boolean {
  if (a.size !== b.size) return false;
  for (const [key, record] of a) {
    const other = b.get(key);
    if (other === undefined || !isSameBlock(record, other)) return false;
  }
  return true;
}

function isSameBlock(a: BlockRecord, b: BlockRecord): boolean {
  if (!isSameCidr(a.cidr, b.cidr) || !isSameCidr(a.dynamic, b.dynamic)) return false;
  if (a.removed !== b.removed || a.addresses.size !== b.addresses.size) return false;
  for (const [key, { value, removed }] of a.addresses) {
    const other = b.addresses.get(key);
    if (other?.value !== value || other.removed !== removed) return false;
  }
  return true;
}

function isSameCidr(a: Cidr | undefined, b: Cidr | undefined): boolean {
  return a?.first === b?.first && a?.last === b?.last;
}
