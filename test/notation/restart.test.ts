import * as fc from 'fast-check';
import { parseRestart } from '../../src/notation/restart';

test.each(['no', 'always', 'unless-stopped', 'on-failure'] as const)('reads %s', (name) => {
  expect(parseRestart(name, 'shop/web')).toEqual({ name });
});

test.each([
  ['on-failure:5', 5],
  ['on-failure:0', 0],
  ['on-failure:05', 5],
  ['on-failure:1000000', 1_000_000],
  ['on-failure:2147483648', 2_147_483_648],
])('reads %s', (text, maxRetries) => {
  expect(parseRestart(text, 'shop/web')).toEqual({ name: 'on-failure', maxRetries });
});

test.each([
  '',
  'Always',
  'sometimes',
  'always:3',
  'always:0',
  'no:1',
  'unless-stopped:2',
  'on-failure:',
  'on-failure:-1',
  'on-failure:+3',
  'on-failure: 3',
  'on-failure:x',
  'on-failure:1.5',
  'on-failure:3:4',
  ':3',
  'on-failure:99999999999999999999',
])('rejects %j', (text) => {
  expect(() => parseRestart(text, 'shop/web')).toThrow(
    `shop/web: restart '${text}' is not a restart policy; write 'no', 'always', 'unless-stopped', 'on-failure' or 'on-failure:5'; only on-failure counts attempts [RESTART_MALFORMED]`,
  );
});

test('a number of attempts is read back', () => {
  fc.assert(
    fc.property(fc.nat(), (maxRetries) => {
      expect(parseRestart(`on-failure:${String(maxRetries)}`, '')).toEqual({
        name: 'on-failure',
        maxRetries,
      });
    }),
  );
});
