import { childCpuMs } from '../../bench/measure-compose';

test.each([
  ['0m0.00s 0m0.01s\n0m1.50s 0m0.25s\n', 1_750],
  ['0m0.001s 0m0.002s\n1m2.5s 0m0.5s\n', 63_000],
])('reads the CPU time of children from %j', (times, expected) => {
  expect(childCpuMs(times)).toBe(expected);
});

test('rejects what is not the output of times', () => {
  expect(() => childCpuMs('no such command')).toThrow('not the output of times');
});
