import type { Rule } from '../finding';
import { usageOf } from '../usage';

export const healthcheckOff: Rule = {
  code: 'HEALTHCHECK_OFF',
  level: 'error',
  covers: ['L8'],
  summary: 'A container waits for another one to be healthy, whose healthcheck is switched off.',
  *find(model) {
    for (const { id: at, dependsOn } of usageOf(model).dependants) {
      for (const { container: id, condition } of dependsOn) {
        const other = condition === 'healthy' ? model.containers.get(id) : undefined;
        if (other?.healthcheck?.test[0] !== 'NONE') continue;
        yield {
          at,
          problem: `it waits until ${id} is healthy, whose healthcheck is switched off`,
          fix: `give ${id} a healthcheck, or wait until it is started`,
        };
      }
    }
  },
};
