import * as fc from 'fast-check';
import { formatAddress, parseAddress } from '../../src/ip/address';
import {
  addressCount,
  blockOf,
  contains,
  firstUsable,
  formatCidr,
  lastUsable,
  overlaps,
  parseCidr,
  parseInterfaceAddress,
  tryParseCidr,
  usableAddresses,
  type Cidr,
} from '../../src/ip/cidr';

const cidr = fc
  .oneof(
    fc.record({ family: fc.constant(4 as const), value: fc.bigInt(0n, 2n ** 32n - 1n) }),
    fc.record({ family: fc.constant(6 as const), value: fc.bigInt(0n, 2n ** 128n - 1n) }),
  )
  .chain((address) =>
    fc
      .integer({ min: 0, max: address.family === 4 ? 32 : 128 })
      .map((prefix): Cidr => blockOf(address, prefix)),
  );

test.each([
  ['10.0.0.0/24', '10.0.0.0/24'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['192.168.1.5/32', '192.168.1.5/32'],
  ['fd00:0:0:1::/64', 'fd00:0:0:1::/64'],
  ['FD00::0/8', 'fd00::/8'],
])('reads %s', (text, canonical) => {
  expect(formatCidr(parseCidr(text, 'shop/back'))).toBe(canonical);
});

test.each([
  [
    '10.0.0.5/24',
    'shop/back: subnet 10.0.0.5/24 has host bits set; write 10.0.0.0/24 [CIDR_HOST_BITS]',
  ],
  [
    '10.0.0.0',
    "shop/back: subnet 10.0.0.0 has no prefix length; write the block's size, such as 10.0.0.0/24 [CIDR_MALFORMED]",
  ],
  [
    '10.0.0.0/33',
    "shop/back: subnet 10.0.0.0/33 has the prefix length '33'; write a number from 0 to 32 [CIDR_MALFORMED]",
  ],
  [
    '10.0.0.0/24/8',
    "shop/back: subnet 10.0.0.0/24/8 has the prefix length '24/8'; write a number from 0 to 32 [CIDR_MALFORMED]",
  ],
  [
    '300.0.0.0/8',
    "shop/back: subnet '300.0.0.0' has 300, which is over 255; write four numbers from 0 to 255, such as 10.0.0.5 [ADDRESS_MALFORMED]",
  ],
])('rejects %s', (text, message) => {
  expect(() => parseCidr(text, 'shop/back')).toThrow(message);
});

test('tries a text without throwing', () => {
  expect(tryParseCidr('10.0.0.1/24')).toBeUndefined();
  expect(tryParseCidr('10.0.0.0/24')).toEqual(parseCidr('10.0.0.0/24', ''));
});

test('keeps the address of an interface apart from its block', () => {
  const { address, block } = parseInterfaceAddress('192.168.216.131/24', 'host');
  expect(formatAddress(address)).toBe('192.168.216.131');
  expect(formatCidr(block)).toBe('192.168.216.0/24');
});

test.each([
  ['10.0.0.0/24', '10.0.0.1', '10.0.0.254'],
  ['10.0.0.0/31', '10.0.0.0', '10.0.0.1'],
  ['10.0.0.7/32', '10.0.0.7', '10.0.0.7'],
  ['fd00::/126', 'fd00::1', 'fd00::3'],
])('the hosts of %s are %s to %s', (text, first, last) => {
  const block = parseCidr(text, '');
  expect(formatAddress(firstUsable(block))).toBe(first);
  expect(formatAddress(lastUsable(block))).toBe(last);
});

test('lists usable addresses without building the whole list', () => {
  const [first, second] = usableAddresses(parseCidr('fd00::/64', ''));
  expect([first, second].map((address) => formatAddress(address!))).toEqual(['fd00::1', 'fd00::2']);
});

describe('laws', () => {
  test('what is printed is read back', () => {
    fc.assert(
      fc.property(cidr, (block) => {
        expect(parseCidr(formatCidr(block), '')).toEqual(block);
      }),
    );
  });

  test('a block contains its ends and nothing beyond them', () => {
    fc.assert(
      fc.property(cidr, (block) => {
        const { family, first, last } = block;
        expect(contains(block, { family, value: first })).toBe(true);
        expect(contains(block, { family, value: last })).toBe(true);
        expect(contains(block, { family, value: last + 1n })).toBe(false);
        expect(contains(block, { family, value: first - 1n })).toBe(false);
        expect(last - first + 1n).toBe(addressCount(block));
      }),
    );
  });

  test('blocks overlap exactly when one contains the other', () => {
    fc.assert(
      fc.property(cidr, cidr, (a, b) => {
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test('families never mix', () => {
    const v4 = parseCidr('0.0.0.0/0', '');
    const v6 = parseCidr('::/0', '');
    expect(overlaps(v4, v6)).toBe(false);
    expect(contains(v6, parseAddress('10.0.0.1', ''))).toBe(false);
  });
});
