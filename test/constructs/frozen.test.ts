import { isFrozen } from '../../src/constructs/frozen';

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ CI: 'true' }, true],
  [{ CI: '1' }, true],
  [{ CI: 'false' }, false],
  [{ PORTOLAN_FROZEN: 'true' }, true],
  [{ PORTOLAN_FROZEN: 'false', CI: 'true' }, false],
  [{ PORTOLAN_FROZEN: '', CI: 'true' }, true],
])('the environment %o makes it %s', (env, frozen) => {
  expect(isFrozen([{ frozen: undefined }], env)).toBe(frozen);
});

test('what a plan says wins over the environment, and frozen over not frozen', () => {
  expect(isFrozen([{ frozen: false }], { CI: 'true' })).toBe(false);
  expect(isFrozen([{ frozen: true }, { frozen: false }], {})).toBe(true);
});

test('rejects another word', () => {
  expect(() => isFrozen([], { PORTOLAN_FROZEN: 'yes' })).toThrow('PROP_CHOICE');
});
