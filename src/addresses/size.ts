import { bitsOf, type Family } from '../ip/address';
import { dynamicNeed, type BlockRequest } from './request';

/** The gateway, the network address and the broadcast address. */
const OVERHEAD: Readonly<Record<Family, number>> = { 4: 3, 6: 2 };

/** Longest prefix of a block that Docker takes: it needs a gateway and one address more. */
const LONGEST: Readonly<Record<Family, number>> = { 4: 30, 6: 126 };

/** Prefix length of the smallest block with room for that many containers beside the gateway. */
function prefixFor(hosts: number, family: Family): number {
  const bits = Math.ceil(Math.log2(hosts + OVERHEAD[family]));
  return Math.min(bitsOf(family) - bits, LONGEST[family]);
}

/** Prefix length of a new block: as asked for, else the default or larger when more have to fit. */
export function newPrefix(request: BlockRequest): number {
  const { network, family } = request;
  const exact = network.prefixes[family];
  if (exact !== undefined) return exact;
  const wanted = hostsPrefix(request) ?? network.space.prefixes[family];
  return Math.min(wanted, prefixFor(needOf(request), family));
}

/**
 * Prefix length that a block must change to; absent: it may stay. A block that is larger than `hosts`
 * asks for stays, and so does one of another size than the default.
 */
export function changedPrefix(request: BlockRequest, prefix: number): number | undefined {
  const exact = request.network.prefixes[request.family];
  if (exact !== undefined) return exact === prefix ? undefined : exact;
  const wanted = hostsPrefix(request);
  return wanted === undefined || prefix <= wanted ? undefined : wanted;
}

function hostsPrefix({ network: { hosts }, family }: BlockRequest): number | undefined {
  return hosts === undefined || family === 6 ? undefined : prefixFor(hosts, family);
}

/** Containers of the family that are known. */
function needOf(request: BlockRequest): number {
  const { network, family } = request;
  const fixed = network.members.filter(({ wishes }) => wishes[family] !== 'dynamic').length;
  return fixed + dynamicNeed(request);
}
