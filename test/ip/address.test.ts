import * as fc from 'fast-check';
import { isIP, isIPv4 } from 'node:net';
import {
  bitsOf,
  compareAddresses,
  formatAddress,
  parseAddress,
  sameAddress,
  tryParseAddress,
  type IpAddress,
} from '../../src/ip/address';

const ipv4 = fc.bigInt(0n, 2n ** 32n - 1n).map((value): IpAddress => ({ family: 4, value }));

/** Many zero groups, as real addresses have, so that every place of `::` comes up. */
const ipv6 = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt(0n, 0xffffn)), { minLength: 8, maxLength: 8 })
  .map((groups): IpAddress => ({
    family: 6,
    value: groups.reduce((value, group) => (value << 16n) | group, 0n),
  }));
const address = fc.oneof(ipv4, ipv6);

test.each([
  ['0.0.0.0', 4, 0n],
  ['10.0.0.5', 4, 0x0a000005n],
  ['255.255.255.255', 4, 2n ** 32n - 1n],
  ['::', 6, 0n],
  ['::1', 6, 1n],
  ['fd00::5', 6, 0xfd000000000000000000000000000005n],
  ['1:2:3:4:5:6:7:8', 6, 0x00010002000300040005000600070008n],
  ['1::', 6, 0x00010000000000000000000000000000n],
  ['::ffff:10.0.0.1', 6, 0xffff0a000001n],
  ['64:ff9b::192.0.2.33', 6, 0x0064ff9b0000000000000000c0000221n],
  ['FD00::ABCD', 6, 0xfd00000000000000000000000000abcdn],
  ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 6, 2n ** 128n - 1n],
])('reads %s', (text, family, value) => {
  expect(parseAddress(text, 'shop/db')).toEqual({ family, value });
});

test.each([
  ['0.0.0.0', '0.0.0.0'],
  ['192.168.216.131', '192.168.216.131'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['1:0:0:0:0:0:0:0', '1::'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0db8::0001', '2001:db8::1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['0:0:1:0:0:0:0:0', '0:0:1::'],
  ['FD00::AB', 'fd00::ab'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
])('prints %s as %s', (text, canonical) => {
  expect(formatAddress(parseAddress(text, ''))).toBe(canonical);
});

describe('rejects', () => {
  const FOUR = 'write four numbers from 0 to 255, such as 10.0.0.5';
  test.each([
    ['', 'is not an IP address', FOUR],
    ['localhost', 'is not an IP address', FOUR],
    ['10.0.0', 'is not an IP address', FOUR],
    ['10.0.0.5.6', 'is not an IP address', FOUR],
    ['10.0.0.256', 'has 256, which is over 255', FOUR],
    ['10.0.0.', 'has an empty part', FOUR],
    ['10..0.5', 'has an empty part', FOUR],
    ['10.0.0.a', "has the part 'a'", FOUR],
    ['10.0.0.-1', "has the part '-1'", FOUR],
    ['10.0.0.5 ', "has the part '5 '", FOUR],
    ['10.0.0.5/24', "has the part '5/24'", 'write 10.0.0.5, without the prefix length'],
    ['10.0.0.08', "has '08' with a leading zero, which some programs read as octal", 'write 8'],
  ])('the IPv4 address %j', (text, problem, fix) => {
    expect(() => parseAddress(text, 'shop/db', 'gateway')).toThrow(
      `shop/db: gateway '${text}' ${problem}; ${fix} [ADDRESS_MALFORMED]`,
    );
  });

  const DIGITS = 'write groups of one to four hexadecimal digits';
  const EIGHT = "write eight groups, or fewer with '::'";
  test.each([
    [':', 'has an empty group', DIGITS],
    [':::', 'has an empty group', DIGITS],
    ['1:::2', 'has an empty group', DIGITS],
    [':1:2:3:4:5:6:7', 'has an empty group', DIGITS],
    ['1:2:3:4:5:6:7:', 'has an empty group', DIGITS],
    ['1::2::3', "has '::' more than once", "write '::' once at most"],
    ['fd00::12345', "has the group '12345'", DIGITS],
    ['fd00::g', "has the group 'g'", DIGITS],
    ['1:2:3:4:5:6:7', 'has 7 groups', EIGHT],
    ['1:2:3:4:5:6:7:8:9', 'has 9 groups', EIGHT],
    ['1:2:3:4::5:6:7:8', 'has 8 groups', EIGHT],
    ['fe80::1%eth0', 'has a zone', 'write fe80::1'],
    ['fd00::5/64', 'has a prefix length', 'write fd00::5, without the prefix length'],
    ['[fd00::5]', "has the group '[fd00'", DIGITS],
    [
      '::ffff:10.0.0.256',
      'has 256, which is over 255 at its end',
      'write an IPv6 address such as fd00:1::5',
    ],
    ['::10.0.0.1:1', 'is not an IP address at its end', 'write an IPv6 address such as fd00:1::5'],
  ])('the IPv6 address %j', (text, problem, fix) => {
    expect(() => parseAddress(text, 'shop/db')).toThrow(
      `shop/db: address '${text}' ${problem}; ${fix} [ADDRESS_MALFORMED]`,
    );
  });
});

test('tries a text without throwing', () => {
  expect(tryParseAddress('10.0.0.5')).toEqual({ family: 4, value: 0x0a000005n });
  expect(tryParseAddress('::5')).toEqual({ family: 6, value: 5n });
  expect(tryParseAddress('10.0.0')).toBeUndefined();
  expect(tryParseAddress('::g')).toBeUndefined();
});

test('knows the length of an address', () => {
  expect([bitsOf(4), bitsOf(6)]).toEqual([32, 128]);
});

describe('laws', () => {
  test('what is printed is read back', () => {
    fc.assert(
      fc.property(address, (any) => {
        expect(parseAddress(formatAddress(any), '')).toEqual(any);
      }),
    );
  });

  test("what is printed is an address for Node's own reader, of the same family", () => {
    fc.assert(
      fc.property(address, (any) => {
        expect(isIP(formatAddress(any))).toBe(any.family);
      }),
    );
  });

  test("a text is an IPv4 address exactly when Node's own reader says so", () => {
    const part = fc.oneof(fc.integer({ min: -1, max: 300 }).map(String), fc.constant('007'));
    const text = fc.array(part, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(text, (any) => {
        expect(tryParseAddress(any) !== undefined).toBe(isIPv4(any));
      }),
    );
  });

  test("a text is an IPv6 address exactly when Node's own reader says so", () => {
    const piece = fc.constantFrom(':', '::', '0', '1', 'ab', 'ffff', '12345', '10.0.0.1', 'g');
    const text = fc.array(piece, { maxLength: 17 }).map((pieces) => `:${pieces.join('')}`);
    const spread = fc
      .array(fc.constantFrom('', '0', 'f', 'abcd'), { minLength: 1, maxLength: 9 })
      .map((groups) => `${groups.join(':')}:`);
    fc.assert(
      fc.property(fc.oneof(text, spread), (any) => {
        expect(tryParseAddress(any) !== undefined).toBe(isIP(any) === 6);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order is total, puts IPv4 first and agrees with equality', () => {
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(compareAddresses(a, b) + compareAddresses(b, a)).toBe(0);
        expect(compareAddresses(a, b) === 0).toBe(sameAddress(a, b));
        if (a.family < b.family) expect(compareAddresses(a, b)).toBeLessThan(0);
      }),
    );
  });

  test('sorting does not depend on the order before', () => {
    fc.assert(
      fc.property(fc.array(address), (list) => {
        const sorted = list.toSorted(compareAddresses);
        expect(list.toReversed().toSorted(compareAddresses)).toEqual(sorted);
      }),
    );
  });

  test('the same number in two families is not the same address', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 32n - 1n), (value) => {
        expect(sameAddress({ family: 4, value }, { family: 6, value })).toBe(false);
      }),
    );
  });
});
