import type { Family, IpAddress } from '../ip/address';
import type { Cidr } from '../ip/cidr';

/** What one address plan cuts blocks out of. */
export interface AddressSpace {
  readonly pools: readonly Cidr[];

  /** Kept for what is written by hand: no block is cut out of one, no address in one handed out. */
  readonly reserved: readonly Cidr[];

  /** In use elsewhere: no new block overlaps one. */
  readonly avoided: readonly Cidr[];

  /** Prefix length of blocks whose network asks for nothing. */
  readonly prefixes: Readonly<Record<Family, number>>;
}

/**
 * What a container wants in a network: a certain address, one of the plan, one that Docker picks at
 * each start, or an address that only Terraform knows.
 */
export type AddressWish = IpAddress | 'planned' | 'dynamic' | 'unknown';

/** Who asks. */
export interface Requester {
  /** Construct path; it identifies the construct in the lock file. */
  readonly path: string;
}

/** A container in a network. */
export interface MemberRequest extends Requester {
  readonly wishes: Readonly<Record<Family, AddressWish>>;
}

/** A network that gets its blocks from the plan. */
export interface NetworkRequest extends Requester {
  readonly space: AddressSpace;

  /** A block of each of these. */
  readonly families: readonly Family[];

  /** Prefix lengths that the blocks must have. */
  readonly prefixes: Readonly<Partial<Record<Family, number>>>;

  /** Containers that the IPv4 block must have room for, at least. */
  readonly hosts?: number;

  /** Addresses that Docker must have to hand out by itself. */
  readonly dynamicHosts?: number;

  readonly members: readonly MemberRequest[];
}

/** One block for a network. */
export interface BlockRequest {
  readonly network: NetworkRequest;
  readonly family: Family;
}

/** Whether the container asks for a certain address. */
export function isExplicit(wish: AddressWish): wish is IpAddress {
  return typeof wish === 'object';
}

/** The addresses that containers ask for in the block's family. */
export function explicitAddresses({ network, family }: BlockRequest): IpAddress[] {
  return network.members.map(({ wishes }) => wishes[family]).filter(isExplicit);
}

/** How many addresses Docker must have to hand out by itself. */
export function dynamicNeed({ network, family }: BlockRequest): number {
  const members = network.members.filter(({ wishes }) => wishes[family] === 'dynamic').length;
  return Math.max(members, network.dynamicHosts ?? 0);
}
