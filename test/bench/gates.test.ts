import { gatesOf, isRelative, LIMITS, renderMissed } from '../../bench/gates';
import type { Measure, MeasureName } from '../../bench/measure';

function measured(name: MeasureName, value: number): Measure {
  return { name, value, text: '' };
}

test('has the limits that were promised', () => {
  expect(LIMITS).toMatchObject({
    synthRatioToRaw: 0.4,
    synthRatioToRawFull: 0.5,
    memoryRatioToRaw: 0.7,
    linearRatio: 4.6,
    synthRatioToCompose: 1,
    reachMs: 100,
    reachDistinctMs: 1_000,
    questionMs: 5,
    applyRatioToRaw: 1.05,
  });
});

test.each([
  [0.39, true],
  [0.4, true],
  [0.41, false],
  [Number.NaN, false],
])('a synthesis of %d times the raw one meets its limit: %s', (value, isMet) => {
  expect(gatesOf([measured('synthRatioToRaw', value)])).toEqual([
    { name: 'synthRatioToRaw', value, limit: 0.4, isMet },
  ]);
});

test('asks nothing of a measure that was skipped', () => {
  expect(gatesOf([{ name: 'applyRatioToRaw', skipped: 'docker is not installed' }])).toEqual([]);
});

test('asks nothing of a measure without a limit', () => {
  expect(gatesOf([measured('usPerContainer', 10_000)])).toEqual([]);
});

test('names each missed limit with both numbers, and none that is met', () => {
  const measures = [
    measured('synthRatioToRaw', 0.3),
    measured('memoryRatioToRaw', 0.75),
    measured('linearRatio', 5),
  ];
  expect(renderMissed(gatesOf(measures))).toEqual([
    'missed: memoryRatioToRaw is 0.750, and at most 0.7 is allowed',
    'missed: linearRatio is 5.000, and at most 4.6 is allowed',
  ]);
});

test('ratios mean the same everywhere, and times do not', () => {
  const measures = [measured('synthRatioToRaw', 0.3), measured('checkMs', 300)];
  expect(measures.filter(isRelative).map(({ name }) => name)).toEqual(['synthRatioToRaw']);
});
