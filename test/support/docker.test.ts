import { eventually } from './docker';

test('returns what the check returns as soon as it passes', async () => {
  let calls = 0;
  const check = (): string => {
    calls += 1;
    if (calls < 3) throw new TypeError('not yet');
    return 'ready';
  };
  await expect(eventually(check, 5_000)).resolves.toBe('ready');
  expect(calls).toBe(3);
});

test('throws the last error after the deadline', async () => {
  const check = (): Promise<void> => Promise.reject(new TypeError('still not'));
  await expect(eventually(check, 50)).rejects.toThrow('still not');
});

test('checks once where the deadline is over at once', async () => {
  const check = jest.fn(() => {
    throw new TypeError('no');
  });
  await expect(eventually(check, 0)).rejects.toThrow('no');
  expect(check).toHaveBeenCalledTimes(1);
});
