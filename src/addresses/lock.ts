import type { Family } from '../ip/address';
import type { Cidr } from '../ip/cidr';

/** What is recorded of one container in one block of a network. */
export interface AddressRecord {
  /** The address as a number. */
  readonly value: bigint;

  /** Day since which the container is not there any more, `2026-11-21`; absent: it is there. */
  readonly removed?: string;
}

/** What is recorded of one block of a network. */
export interface BlockRecord {
  /** Construct path of the network. */
  readonly network: string;
  readonly family: Family;
  readonly cidr: Cidr;

  /** Day since which the network is not there any more; absent: it is there. */
  readonly removed?: string;

  /** Part of the block that Docker hands out of. */
  readonly dynamic?: Cidr;

  /** Addresses by the construct path of the container. */
  readonly addresses: ReadonlyMap<string, AddressRecord>;
}

/** Everything that a lock file records, by {@link blockKey}. */
export type Lock = ReadonlyMap<string, BlockRecord>;

/** A lock file that is not there yet. */
export const EMPTY_LOCK: Lock = new Map();

/** One block of each family for a network. */
export function blockKey(network: string, family: Family): string {
  return `${network} ipv${String(family)}`;
}
