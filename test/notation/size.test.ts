import * as fc from 'fast-check';
import { MEBIBYTE, parseMebibytes, parseSize } from '../../src/notation/size';

test.each<[number | string, number]>([
  [0, 0],
  [6291456, 6291456],
  ['6291456', 6291456],
  ['512m', 512 * MEBIBYTE],
  ['512M', 512 * MEBIBYTE],
  ['512mb', 512 * MEBIBYTE],
  ['512MiB', 512 * MEBIBYTE],
  ['512 m', 512 * MEBIBYTE],
  ['1.5g', 1536 * MEBIBYTE],
  ['.5g', 512 * MEBIBYTE],
  ['1.g', 1024 * MEBIBYTE],
  ['+64m', 64 * MEBIBYTE],
  ['1e9', 1e9],
  ['1e1m', 10 * MEBIBYTE],
  ['10k', 10240],
  ['10KiB', 10240],
  ['64b', 64],
  ['64 B', 64],
  ['64 ', 64],
  ['1t', 1024 ** 4],
  ['1p', 1024 ** 5],
  ['7.7777m', 8155509],
  [1.9, 1],
  ['0.01t', 10995116277],
])('reads %j as %d bytes', (size, bytes) => {
  expect(parseSize(size, 'shop/web')).toBe(bytes);
});

const FIX = "write a number of bytes, or a size such as '512m' or '1.5g'";
test.each<[unknown, string]>([
  ['64x', "memory '64x' is not a size"],
  [-1, 'memory -1 is not a size'],
  [null, 'memory null is not a size'],
  [[64], 'memory a list is not a size'],
])('rejects %j', (size, message) => {
  expect(() => parseSize(size, 'shop/web', 'memory')).toThrow(
    `shop/web: ${message}; ${FIX} [SIZE_MALFORMED]`,
  );
});

test.each([
  '',
  'm',
  '-1',
  '-64m',
  '64mi',
  '64i',
  '64ib',
  '64mm',
  '64bb',
  '64mbb',
  '64 mi',
  '64  m',
  ' 64m',
  '64m ',
  '1.5.5m',
  '0x10m',
  '1_000m',
  'inf',
  'nan',
  '64e',
  '1,5g',
  NaN,
  Infinity,
  2 ** 53,
  '9p9',
  '100000000p',
  true,
  {},
])('rejects %j', (size) => {
  expect(() => parseSize(size, 'shop/web')).toThrow('SIZE_MALFORMED');
});

test('reads a size in whole mebibytes', () => {
  expect(parseMebibytes('1.5g', 'shop/web', { what: 'memory', min: 6 })).toBe(1536);
  expect(parseMebibytes(6 * MEBIBYTE, 'shop/web', { what: 'memory', min: 6 })).toBe(6);
});

test.each([
  ['5m', "memory '5m' is less than 6m, the least that Docker accepts; write '6m' [SIZE_MALFORMED]"],
  [0, "memory 0 is less than 6m, the least that Docker accepts; write '6m' [SIZE_MALFORMED]"],
  [
    '10000k',
    "memory '10000k' is 9.766 mebibytes, and the provider keeps whole ones; write '10m' [SIZE_MALFORMED]",
  ],
  ['64x', `memory '64x' is not a size; ${FIX} [SIZE_MALFORMED]`],
])('rejects %j in whole mebibytes', (size, message) => {
  expect(() => parseMebibytes(size, 'shop/web', { what: 'memory', min: 6 })).toThrow(
    `shop/web: ${message}`,
  );
});

describe('laws', () => {
  const units = ['', 'k', 'm', 'g', 't'] as const;
  const number = fc.integer({ min: 0, max: 8000 });

  test('each unit is 1024 of the one before', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 4 }), (count, index) => {
        const [small, large] = [units[index - 1] ?? '', units[index] ?? ''];
        expect(parseSize(`${String(count)}${large}`, '')).toBe(
          1024 * parseSize(`${String(count)}${small}`, ''),
        );
      }),
    );
  });

  test('the spelling of a unit makes no difference', () => {
    const ends = fc.constantFrom('', 'b', 'B', 'ib', 'iB', 'IB');
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('k', 'K', 'm', 'G'),
        ends,
        fc.constantFrom('', ' '),
        (count, unit, end, space) => {
          expect(parseSize(`${String(count)}${space}${unit}${end}`, '')).toBe(
            parseSize(`${String(count)}${unit.toLowerCase()}`, ''),
          );
        },
      ),
    );
  });

  test('a number of bytes is itself, as number and as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        expect(parseSize(bytes, '')).toBe(bytes);
        expect(parseSize(String(bytes), '')).toBe(bytes);
      }),
    );
  });

  test('a larger number of the same unit is not a smaller size', () => {
    const decimal = fc.double({ min: 0, max: 4000, noNaN: true }).map((value) => value.toFixed(4));
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom(...units), (a, b, unit) => {
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        expect(parseSize(`${less}${unit}`, '')).toBeLessThanOrEqual(
          parseSize(`${more}${unit}`, ''),
        );
      }),
    );
  });
});
