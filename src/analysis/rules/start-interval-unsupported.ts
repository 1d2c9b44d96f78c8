import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

const SINCE = [25] as const;

export const startIntervalUnsupported: Rule = {
  code: 'START_INTERVAL_UNSUPPORTED',
  level: 'error',
  covers: [],
  summary: 'A healthcheck has a start interval, which needs engine 25.',
  *find(model) {
    for (const { id: at, host, healthcheck } of usageOf(model).healthchecks) {
      const interval = healthcheck?.startInterval;
      if (interval === undefined || !mayBeBefore(model, host, SINCE)) continue;
      yield {
        at,
        problem: `startInterval ${interval} of its healthcheck needs engine 25, and ${describeEngine(model, host)}`,
        fix: 'drop it for a short interval with a startPeriod, or say engineVersion of the DockerHost when it is that new',
      };
    }
  },
};
