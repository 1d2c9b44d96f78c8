import { gatesOf } from '../../bench/gates';
import type { Measure } from '../../bench/measure';
import { renderJson, renderTable, type Report } from '../../bench/report';

const MEASURES: readonly Measure[] = [
  { name: 'synthRatioToRaw', value: 0.34567, text: 'CPU time', samples: [[1, 3]] },
  { name: 'memoryRatioToRaw', value: 0.8, text: 'peak memory' },
  { name: 'checkMs', value: 432.1, text: 'all rules' },
  { name: 'applyRatioToRaw', skipped: 'docker is not installed' },
];

const REPORT: Report = {
  host: { node: '20.20.2', cpus: 2, cpuModel: 'any', memoryMb: 1024, versions: {} },
  rounds: 1,
  measures: MEASURES,
  gates: gatesOf(MEASURES),
};

test('shows each measure with its limit, and why one was skipped', () => {
  const lines = renderTable(MEASURES).split('\n');
  expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
    'synthRatioToRaw 0.346 <= 0.4 CPU time',
    'memoryRatioToRaw 0.800 > 0.7 peak memory',
    'checkMs 432 <= 500 all rules',
    'applyRatioToRaw - skipped: docker is not installed',
    '',
  ]);
});

test('writes each measure under its name, null for one that was skipped', () => {
  expect(JSON.parse(renderJson(REPORT))).toMatchObject({
    synthRatioToRaw: 0.346,
    memoryRatioToRaw: 0.8,
    checkMs: 432.1,
    applyRatioToRaw: null,
    skipped: { applyRatioToRaw: 'docker is not installed' },
    samples: { synthRatioToRaw: [[1, 3]] },
    host: { node: '20.20.2' },
  });
});
