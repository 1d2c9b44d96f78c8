import * as fc from 'fast-check';
import { defined, unlessEmpty } from '../src/defined';

test('leaves out what is undefined, and nothing else that is falsy', () => {
  const value = { a: undefined, b: null, c: 0, d: '', e: false, f: NaN };
  expect(Object.entries(defined(value))).toEqual([
    ['b', null],
    ['c', 0],
    ['d', ''],
    ['e', false],
    ['f', NaN],
  ]);
});

test('makes a new object and leaves the given one alone', () => {
  const value = Object.freeze({ a: 1, b: undefined });
  expect(defined(value)).toEqual({ a: 1 });
  expect(Object.keys(value)).toEqual(['a', 'b']);
});

test('takes an object with nothing in it for undefined', () => {
  expect(unlessEmpty({})).toBeUndefined();
  expect(unlessEmpty([])).toBeUndefined();
});

test('returns an object with something in it as it is', () => {
  const value = { a: undefined };
  expect(unlessEmpty(value)).toBe(value);
});

test('is idempotent and keeps the order of keys', () => {
  const value = fc.dictionary(fc.string(), fc.option(fc.integer(), { nil: undefined }));
  fc.assert(
    fc.property(value, (any) => {
      const once = defined(any);
      expect(defined(once)).toEqual(once);
      expect(Object.keys(once)).toEqual(Object.keys(any).filter((key) => any[key] !== undefined));
    }),
  );
});
