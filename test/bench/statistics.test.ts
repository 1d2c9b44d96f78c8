import { inTurn, median, medianRatio } from '../../bench/statistics';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('rejects the median of no values', () => {
  expect(() => median([])).toThrow('median of no values');
});

test('leaves the values in their order', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('lets each variant go first in every other round', () => {
  const order: string[] = [];
  const note = (variant: string) => () => order.push(variant);
  inTurn(3, note('a'), note('b'));
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
});

test('puts the first variant first in each pair, whichever was measured first', () => {
  const pairs = inTurn(
    2,
    () => 'a',
    () => 'b',
  );
  expect(pairs).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('compares within pairs, so that a slow minute of the machine changes nothing', () => {
  const pairs = [
    [1, 4],
    [10, 40],
    [2, 8],
  ] as const;
  expect(medianRatio(pairs, (value) => value)).toBe(0.25);
});
