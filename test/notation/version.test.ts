import * as fc from 'fast-check';
import { compareVersions, parseVersion } from '../../src/notation/version';

test.each([
  ['28', [28]],
  ['28.5', [28, 5]],
  ['28.5.2', [28, 5, 2]],
  ['v28.5.2', [28, 5, 2]],
  ['20.10.24+dfsg1', [20, 10, 24]],
  ['29.0.0-rc.1', [29, 0, 0]],
  ['26.1.5~debian', [26, 1, 5]],
  ['0', [0]],
])('reads %s', (text, version) => {
  expect(parseVersion(text, 'shop/host')).toEqual(version);
});

test.each(['', 'latest', '28.', '.5', '28.5.2.1', '28.x', ' 28', '28 ', 'v', '28,5', '-1'])(
  'rejects %j',
  (text) => {
    expect(() => parseVersion(text, 'shop/host', 'engineVersion')).toThrow(
      `shop/host: engineVersion '${text}' is not a version; write numbers with dots, such as '28.5' or '20.10.24' [VERSION_MALFORMED]`,
    );
  },
);

test.each([
  ['28.5', '28.5.0'],
  ['28', '28.0.0'],
  ['20.10.24', '20.10.24+dfsg1'],
])('%s is as old as %s', (a, b) => {
  expect(compareVersions(parseVersion(a, ''), parseVersion(b, ''))).toBe(0);
});

test.each([
  ['9', '10'],
  ['20.10.24', '23.0'],
  ['28.4.9', '28.5'],
  ['28.5', '28.5.1'],
])('%s is older than %s', (a, b) => {
  expect(compareVersions(parseVersion(a, ''), parseVersion(b, ''))).toBeLessThan(0);
});

test('the order is total: antisymmetric and transitive', () => {
  const version = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
