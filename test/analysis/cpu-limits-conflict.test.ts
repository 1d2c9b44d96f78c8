import { cpuLimitsConflict as rule } from '../../src/analysis/rules/cpu-limits-conflict';
import { messages } from './topologies';

test.each([
  [{ cpus: 1.5, cpuQuota: 50000 }, 'it has cpus 1.5 and cpuQuota 50000;'],
  [{ cpus: 1, cpuPeriod: 50000 }, 'it has cpus 1 and cpuPeriod 50000;'],
  [
    { cpus: 2, cpuPeriod: 50000, cpuQuota: 100000 },
    'it has cpus 2 and cpuQuota 100000 and cpuPeriod 50000;',
  ],
])('says of %j: %s', (resources, text) => {
  const found = messages(rule, { containers: [{ id: 'web', resources }] });
  expect(found).toEqual([expect.stringContaining(text)]);
});

test.each([{ cpus: 1.5 }, { cpuPeriod: 50000, cpuQuota: 100000 }, { cpus: 1, cpuShares: 512 }])(
  'lets %j pass',
  (resources) => {
    expect(messages(rule, { containers: [{ id: 'web', resources }] })).toEqual([]);
  },
);
