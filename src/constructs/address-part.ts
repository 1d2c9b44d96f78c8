import type { Network } from '../topology/network';
import type { AddressSource } from './address-source';
import type { PlannedSubnet } from './planned-subnet';

/** A network as an address plan sees it. */
export interface NetworkPart {
  /** What the topology will say of it; its subnets are those that are written down. */
  readonly model: Network;

  /** The blocks that a plan is to find. */
  readonly planned: readonly PlannedSubnet[];

  /** Whether it would take its block from a plan if there were one. */
  readonly isOpen: boolean;
}

/** A container in a network that has a plan. */
export interface Membership {
  /** Construct path of the network. */
  readonly network: string;

  /** Address that is written down; may be a token. */
  readonly ipv4?: string;

  /** Address that is written down; may be a token. */
  readonly ipv6?: string;

  /** Whether Docker picks what is not written down. */
  readonly isDynamic: boolean;
}

/** What one construct has to do with address plans. */
export interface AddressPart {
  /** What it says as a plan. */
  readonly source?: AddressSource;
  readonly network?: NetworkPart;
  readonly memberships?: readonly Membership[];
}

/** Method of a construct that address plans ask. */
export const ADDRESS_PART = Symbol.for('portolan/addressPart');

/** Whether address plans ask the construct. */
export function hasAddressPart(construct: object): construct is { [ADDRESS_PART](): AddressPart } {
  return ADDRESS_PART in construct;
}
