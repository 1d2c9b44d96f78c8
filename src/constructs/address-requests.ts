import type { IConstruct } from 'constructs';
import type {
  AddressSpace,
  AddressWish,
  MemberRequest,
  NetworkRequest,
} from '../addresses/request';
import { defined } from '../defined';
import { parseAddress, type Family } from '../ip/address';
import { ADDRESS_PART, hasAddressPart, type Membership, type NetworkPart } from './address-part';
import type { AddressSource } from './address-source';
import { isToken } from './token';

/** What the constructs of an app ask of address plans. */
export interface AddressRequests {
  /** Every address plan of the app. */
  readonly sources: readonly AddressSource[];

  /** Every network that the app declares. */
  readonly networks: readonly NetworkPart[];

  /** Containers in networks that have a plan, by the construct path of the network. */
  readonly members: ReadonlyMap<string, readonly MemberRequest[]>;
}

/** Asks every construct of the app. */
export function collectRequests(root: IConstruct): AddressRequests {
  const sources: AddressSource[] = [];
  const networks: NetworkPart[] = [];
  const members = new Map<string, Map<string, MemberRequest>>();
  visit(root, (construct) => {
    if (!hasAddressPart(construct)) return;
    const { source, network, memberships = [] } = construct[ADDRESS_PART]();
    if (source !== undefined) sources.push(source);
    if (network !== undefined) networks.push(network);
    for (const membership of memberships) {
      const known = members.get(membership.network) ?? new Map<string, MemberRequest>();
      members.set(membership.network, known);
      const { path } = construct.node;
      if (!known.has(path)) known.set(path, { path, wishes: wishesOf(membership) });
    }
  });
  return {
    sources,
    networks,
    members: new Map([...members].map(([network, byPath]) => [network, [...byPath.values()]])),
  };
}

function visit(construct: IConstruct, look: (construct: IConstruct) => void): void {
  look(construct);
  for (const child of construct.node.children) visit(child, look);
}

function wishesOf({ ipv4, ipv6, isDynamic }: Membership): Record<Family, AddressWish> {
  return { 4: wishOf(ipv4, isDynamic), 6: wishOf(ipv6, isDynamic) };
}

function wishOf(address: string | undefined, isDynamic: boolean): AddressWish {
  if (address === undefined) return isDynamic ? 'dynamic' : 'planned';
  return isToken(address) ? 'unknown' : parseAddress(address, '');
}

/** The request of a network that a plan is to find blocks for. */
export function networkRequest(
  { model, planned }: NetworkPart,
  members: readonly MemberRequest[],
  spaces: ReadonlyMap<AddressSource, AddressSpace>,
): NetworkRequest {
  const prefixes: Partial<Record<Family, number>> = {};
  for (const { family, prefixLength } of planned) {
    if (prefixLength !== undefined) prefixes[family] = prefixLength;
  }
  const hosts = planned.find((subnet) => subnet.hosts !== undefined)?.hosts;
  const dynamicHosts = Math.max(0, ...planned.map((subnet) => subnet.dynamicHosts));
  const space = planned[0] === undefined ? undefined : spaces.get(planned[0].source);
  if (space === undefined)
    throw new RangeError(`the address plan of ${model.id} is in another app`);
  return {
    path: model.id,
    space,
    families: planned.map(({ family }) => family).sort((a, b) => a - b),
    prefixes,
    members,
    ...defined({ hosts }),
    ...(dynamicHosts === 0 ? {} : { dynamicHosts }),
  };
}
