import type { Family } from '../ip/address';
import type { Cidr } from '../ip/cidr';
import { isWithin } from './days';
import type { AddressRecord, Lock } from './lock';
import type { PlanProblem } from './problem';

/** A block while the plan is made. */
export interface DraftBlock {
  readonly network: string;
  readonly family: Family;
  cidr: Cidr;

  /** Whether the network was there when the plan was made the last time. */
  readonly wasThere: boolean;
  removed: string | undefined;
  dynamic: Cidr | undefined;

  /** Addresses as they were recorded. */
  readonly recorded: ReadonlyMap<string, AddressRecord>;

  /** Addresses as they are now, and what was removed. */
  addresses: ReadonlyMap<string, AddressRecord>;
}

/** A plan while it is made. */
export interface Draft {
  /** By `blockKey`. */
  readonly blocks: Map<string, DraftBlock>;
  readonly today: string;

  /** Whether what was removed on that day keeps its place; also what was not removed. */
  readonly isKept: (removed: string | undefined) => boolean;
  readonly problems: PlanProblem[];
}

/** What is recorded, as far as nobody asks for it: all of it is removed. */
export function beginDraft(lock: Lock, today: string, keepDays: number): Draft {
  const blocks = new Map<string, DraftBlock>();
  for (const [key, record] of lock) {
    const { network, family, cidr, dynamic, removed = today, addresses: recorded } = record;
    const wasThere = record.removed === undefined;
    const addresses = removedSince(recorded, removed);
    blocks.set(key, { network, family, cidr, wasThere, removed, dynamic, recorded, addresses });
  }
  const isKept = (day: string | undefined): boolean =>
    day === undefined || isWithin(day, today, keepDays);
  return { blocks, today, isKept, problems: [] };
}

function removedSince(
  recorded: ReadonlyMap<string, AddressRecord>,
  day: string,
): ReadonlyMap<string, AddressRecord> {
  const addresses = new Map<string, AddressRecord>();
  for (const [key, { value, removed = day }] of recorded) addresses.set(key, { value, removed });
  return addresses;
}
