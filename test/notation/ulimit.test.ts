import * as fc from 'fast-check';
import { checkUlimit } from '../../src/notation/ulimit';

const NAMES =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  );

test.each(NAMES)('accepts %s', (name) => {
  expect(() => {
    checkUlimit({ name, soft: 1, hard: 2 }, 'shop/web');
  }).not.toThrow();
});

test.each([
  [0, 0],
  [1024, 1024],
  [1024, 2048],
  [1024, -1],
  [-1, -1],
])('accepts the limits %d and %d', (soft, hard) => {
  expect(() => {
    checkUlimit({ name: 'nofile', soft, hard }, 'shop/web');
  }).not.toThrow();
});

test.each([
  ['as', 1, 1, `ulimit 'as' is not one that Docker knows; write one of ${NAMES.join(', ')}`],
  [
    'NOFILE',
    1,
    1,
    `ulimit 'NOFILE' is not one that Docker knows; write one of ${NAMES.join(', ')}`,
  ],
  ['nofile', -2, 5, 'ulimit nofile is -2; write a whole number of at least 0, or -1 for unlimited'],
  ['nofile', 1, -5, 'ulimit nofile is -5; write a whole number of at least 0, or -1 for unlimited'],
  [
    'nofile',
    1.5,
    2,
    'ulimit nofile is 1.5; write a whole number of at least 0, or -1 for unlimited',
  ],
  [
    'nofile',
    NaN,
    2,
    'ulimit nofile is NaN; write a whole number of at least 0, or -1 for unlimited',
  ],
  [
    'nofile',
    2048,
    1024,
    'ulimit nofile has the soft limit 2048 above the hard limit 1024; make the soft limit at most the hard limit',
  ],
  [
    'nofile',
    -1,
    1024,
    'ulimit nofile has the soft limit -1 above the hard limit 1024; make the soft limit at most the hard limit',
  ],
])('rejects %s with the limits %d and %d', (name, soft, hard, message) => {
  expect(() => {
    checkUlimit({ name, soft, hard }, 'shop/web');
  }).toThrow(`shop/web: ${message} [ULIMIT_MALFORMED]`);
});

test('accepts two limits exactly when the soft one is not above the hard one', () => {
  const limit = fc.integer({ min: -1, max: 5 });
  fc.assert(
    fc.property(limit, limit, (soft, hard) => {
      const check = (): void => {
        checkUlimit({ name: 'nofile', soft, hard }, '');
      };
      const rank = (value: number): number => (value === -1 ? Infinity : value);
      if (rank(soft) <= rank(hard)) expect(check).not.toThrow();
      else expect(check).toThrow('ULIMIT_MALFORMED');
    }),
  );
});
