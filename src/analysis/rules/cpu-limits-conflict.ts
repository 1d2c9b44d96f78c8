import type { Rule } from '../finding';
import { listText } from '../text';
import { usageOf } from '../usage';

/** `cpus` is written as period and quota, so one of the two limits would be lost. */
export const cpuLimitsConflict: Rule = {
  code: 'CPU_LIMITS_CONFLICT',
  level: 'error',
  covers: [],
  summary: 'A container limits its CPUs in two ways.',
  *find(model) {
    for (const { id: at, resources } of usageOf(model).limited) {
      const { cpus, cpuPeriod, cpuQuota } = resources;
      if (cpus === undefined || (cpuPeriod === undefined && cpuQuota === undefined)) continue;
      const others = [
        ...(cpuQuota === undefined ? [] : [`cpuQuota ${String(cpuQuota)}`]),
        ...(cpuPeriod === undefined ? [] : [`cpuPeriod ${String(cpuPeriod)}`]),
      ];
      yield {
        at,
        problem: `it has cpus ${String(cpus)} and ${listText(others)}`,
        fix: 'give cpus alone, or cpuQuota with cpuPeriod',
      };
    }
  },
};
