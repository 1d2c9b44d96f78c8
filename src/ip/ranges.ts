import type { IpAddress } from './address';
import { contains, overlaps, parseCidr, type Cidr } from './cidr';

/** What the registries reserve a range for; `public` is everything else. */
export type RangeKind =
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'shared'
  | 'link-local'
  | 'documentation'
  | 'benchmark'
  | 'multicast'
  | 'reserved'
  | 'public';

/** RFC 6890 and the IANA special-purpose registries, most specific first. */
const RANGES: readonly (readonly [string, RangeKind])[] = [
  ['0.0.0.0/8', 'unspecified'],
  ['127.0.0.0/8', 'loopback'],
  ['10.0.0.0/8', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['169.254.0.0/16', 'link-local'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['198.18.0.0/15', 'benchmark'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['100::/64', 'reserved'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['2001:2::/48', 'benchmark'],
  ['ff00::/8', 'multicast'],
];

const KINDS: readonly (readonly [Cidr, RangeKind])[] = RANGES.map(([text, kind]) => [
  parseCidr(text, 'ip/ranges'),
  kind,
]);

/** What the address is reserved for. */
export function rangeKindOf(address: IpAddress): RangeKind {
  return KINDS.find(([range]) => contains(range, address))?.[1] ?? 'public';
}

/** What the block is reserved for: the first special range it touches, else `public`. */
export function blockKindOf(block: Cidr): RangeKind {
  return KINDS.find(([range]) => overlaps(range, block))?.[1] ?? 'public';
}
