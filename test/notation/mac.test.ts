import * as fc from 'fast-check';
import { parseMac } from '../../src/notation/mac';

test.each([
  ['02:42:ac:1b:00:0a', '02:42:ac:1b:00:0a'],
  ['02:42:AC:1B:00:0A', '02:42:ac:1b:00:0a'],
  ['02-42-ac-1b-00-0a', '02:42:ac:1b:00:0a'],
  ['0242.ac1b.000a', '02:42:ac:1b:00:0a'],
])('reads %s', (text, canonical) => {
  expect(parseMac(text, 'shop/web')).toBe(canonical);
});

test.each([
  [
    '02:42:ac:1b:00',
    "MAC address '02:42:ac:1b:00' is malformed; write six pairs of hexadecimal digits, such as 02:42:ac:1b:00:0a",
  ],
  [
    '01:00:5e:00:00:01',
    "MAC address '01:00:5e:00:00:01' is a multicast address; choose one whose first byte is even, such as 02",
  ],
  [
    '00-00-00-00-00-00',
    "MAC address '00-00-00-00-00-00' is zero, which no interface can have; choose one that begins with 02",
  ],
])('rejects %s', (text, message) => {
  expect(() => parseMac(text, 'shop/web')).toThrow(`shop/web: ${message} [MAC_MALFORMED]`);
});

test.each([
  '',
  'zz:42:ac:1b:00:0a',
  '2:42:ac:1b:0:a',
  '0242ac1b000a',
  '02:42:ac:1b:00:0a:06:07',
  '02:42-ac:1b:00:0a',
  ' 02:42:ac:1b:00:0a',
  '02:42:ac:1b:00:0a\n',
  '0242.ac1b',
  '0242.ac1b.00:0a',
  'ff:ff:ff:ff:ff:ff',
])('rejects %j', (text) => {
  expect(() => parseMac(text, 'shop/web')).toThrow('MAC_MALFORMED');
});

test('every notation of one address is read the same', () => {
  const bytes = fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(bytes, ([first = 0, ...rest]) => {
      const pairs = [first & 0xfe, ...rest].map((byte) => byte.toString(16).padStart(2, '0'));
      const canonical = pairs.join(':');
      const dotted = pairs.join('').replace(/(.{4})(.{4})/, '$1.$2.');
      for (const text of [canonical, pairs.join('-').toUpperCase(), dotted]) {
        expect(parseMac(text, '')).toBe(canonical);
      }
    }),
  );
});
