import * as fc from 'fast-check';
import { parseAddress, type IpAddress } from '../../src/ip/address';
import { blockOf, parseCidr } from '../../src/ip/cidr';
import { blockKindOf, rangeKindOf, type RangeKind } from '../../src/ip/ranges';

/** The first and the last address of each range, and the neighbours on both sides. */
test.each<[string, RangeKind]>([
  ['0.0.0.0', 'unspecified'],
  ['0.255.255.255', 'unspecified'],
  ['1.0.0.0', 'public'],
  ['9.255.255.255', 'public'],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['11.0.0.0', 'public'],
  ['100.63.255.255', 'public'],
  ['100.64.0.0', 'shared'],
  ['100.127.255.255', 'shared'],
  ['100.128.0.0', 'public'],
  ['127.0.0.1', 'loopback'],
  ['128.0.0.0', 'public'],
  ['169.253.255.255', 'public'],
  ['169.254.0.1', 'link-local'],
  ['169.255.0.0', 'public'],
  ['172.10.0.1', 'public'],
  ['172.15.255.255', 'public'],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0', 'public'],
  ['191.255.255.255', 'public'],
  ['192.0.0.1', 'reserved'],
  ['192.0.1.0', 'public'],
  ['192.0.2.1', 'documentation'],
  ['192.167.255.255', 'public'],
  ['192.168.0.0', 'private'],
  ['192.168.255.255', 'private'],
  ['192.169.0.0', 'public'],
  ['198.17.255.255', 'public'],
  ['198.18.0.0', 'benchmark'],
  ['198.19.255.255', 'benchmark'],
  ['198.20.0.0', 'public'],
  ['198.51.100.255', 'documentation'],
  ['203.0.113.0', 'documentation'],
  ['223.255.255.255', 'public'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast'],
  ['240.0.0.0', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::2', 'public'],
  ['100::1', 'reserved'],
  ['100:0:0:1::1', 'public'],
  ['fbff::1', 'public'],
  ['fc00::1', 'private'],
  ['fdff:ffff::1', 'private'],
  ['fe00::1', 'public'],
  ['fe80::1', 'link-local'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'public'],
  ['ff02::1', 'multicast'],
  ['2001:db8::1', 'documentation'],
  ['2001:db9::1', 'public'],
  ['2001:2::1', 'benchmark'],
  ['3fff:fff::1', 'documentation'],
  ['3fff:1000::1', 'public'],
  ['2606:4700::1', 'public'],
])('%s is %s', (text, kind) => {
  expect(rangeKindOf(parseAddress(text, ''))).toBe(kind);
});

test.each<[string, RangeKind]>([
  ['172.27.0.0/16', 'private'],
  ['172.10.0.0/16', 'public'],
  ['172.0.0.0/8', 'private'],
  ['100.0.0.0/8', 'shared'],
  ['0.0.0.0/0', 'unspecified'],
  ['fd00:1::/64', 'private'],
  ['2a00::/16', 'public'],
])('the block %s is %s, also when only a part of it is', (text, kind) => {
  expect(blockKindOf(parseCidr(text, ''))).toBe(kind);
});

test('a block of one address is what its address is', () => {
  const address = fc.oneof(
    fc.bigInt(0n, 2n ** 32n - 1n).map((value): IpAddress => ({ family: 4, value })),
    fc.bigInt(0n, 2n ** 128n - 1n).map((value): IpAddress => ({ family: 6, value })),
  );
  fc.assert(
    fc.property(address, (any) => {
      const block = blockOf(any, any.family === 4 ? 32 : 128);
      expect(blockKindOf(block)).toBe(rangeKindOf(any));
    }),
  );
});
