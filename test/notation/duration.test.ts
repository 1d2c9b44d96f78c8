import * as fc from 'fast-check';
import { formatDuration, parseDuration } from '../../src/notation/duration';

test.each([
  ['0', 0, '0s'],
  ['0s', 0, '0s'],
  ['+0', 0, '0s'],
  ['30s', 30e9, '30s'],
  ['+5s', 5e9, '5s'],
  ['1m30s', 90e9, '1m30s'],
  ['90s', 90e9, '1m30s'],
  ['60s', 60e9, '1m0s'],
  ['500ms', 500e6, '500ms'],
  ['1500ms', 1500e6, '1.5s'],
  ['1.5h', 5400e9, '1h30m0s'],
  ['90m', 5400e9, '1h30m0s'],
  ['1h', 3600e9, '1h0m0s'],
  ['1h0m1s', 3601e9, '1h0m1s'],
  ['1s1h', 3601e9, '1h0m1s'],
  ['1h1h', 7200e9, '2h0m0s'],
  ['100h', 360_000e9, '100h0m0s'],
  ['.5s', 0.5e9, '500ms'],
  ['1.s', 1e9, '1s'],
  ['1us', 1e3, '1µs'],
  ['1µs', 1e3, '1µs'],
  ['1μs', 1e3, '1µs'],
  ['1500us', 1500e3, '1.5ms'],
  ['1ns', 1, '1ns'],
  ['0.3s', 300e6, '300ms'],
  ['1.1s', 1100e6, '1.1s'],
  ['1.9ns', 1, '1ns'],
  ['1.0000000019s', 1_000_000_001, '1.000000001s'],
  ['60.000000001s', 60_000_000_001, '1m0.000000001s'],
  ['1m59.999999999s', 119_999_999_999, '1m59.999999999s'],
  ['2562047h', 2_562_047 * 3600e9, '2562047h0m0s'],
])('reads %s as %d nanoseconds, which Go prints as %s', (text, nanoseconds, printed) => {
  expect(parseDuration(text, 'shop/web')).toBe(nanoseconds);
  expect(formatDuration(nanoseconds)).toBe(printed);
});

test.each([
  [
    '30',
    "interval '30' is not a duration; write a number with a unit, such as '30s', '1m30s' or '500ms' [DURATION_MALFORMED]",
  ],
  [
    '-5s',
    "interval '-5s' is negative; write a number with a unit, such as '30s', '1m30s' or '500ms' [DURATION_MALFORMED]",
  ],
  [
    '2562048h',
    "interval '2562048h' is longer than Docker can count; write at most 2562047h [DURATION_MALFORMED]",
  ],
])('rejects %s', (text, message) => {
  expect(() => parseDuration(text, 'shop/web', 'interval')).toThrow(`shop/web: ${message}`);
});

test.each([
  '',
  's',
  '.',
  '.s',
  '1',
  '1 s',
  ' 1s',
  '1s ',
  '1d',
  '1S',
  '1e3s',
  '1,5s',
  '1s,',
  '++1s',
  '1m-5s',
  '1..5s',
  '10000000h',
])('rejects %j', (text) => {
  expect(() => parseDuration(text, 'shop/web')).toThrow('DURATION_MALFORMED');
});

describe('laws', () => {
  const exact = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(exact, (nanoseconds) => {
        expect(parseDuration(formatDuration(nanoseconds), '')).toBe(nanoseconds);
      }),
    );
  });

  test('what is printed stays as it is', () => {
    fc.assert(
      fc.property(exact, (nanoseconds) => {
        const text = formatDuration(nanoseconds);
        expect(formatDuration(parseDuration(text, ''))).toBe(text);
        expect(text).toMatch(/^(\d+h)?(\d{1,2}m)?\d+(\.\d{1,9})?(s|ms|µs|ns)$/);
      }),
    );
  });

  test('hours, minutes and seconds add up', () => {
    const number = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(number, number, number, (h, m, s) => {
        const text = `${String(h)}h${String(m)}m${String(s)}s`;
        expect(parseDuration(text, '')).toBe((h * 3600 + m * 60 + s) * 1e9);
      }),
    );
  });

  test('a larger number of the same unit is not a shorter duration', () => {
    const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(6));
    fc.assert(
      fc.property(
        number,
        number,
        fc.constantFrom('ns', 'us', 'ms', 's', 'm', 'h'),
        (a, b, unit) => {
          const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
          expect(parseDuration(`${less}${unit}`, '')).toBeLessThanOrEqual(
            parseDuration(`${more}${unit}`, ''),
          );
        },
      ),
    );
  });
});
