import type { Rule } from '../finding';
import { isUnknown } from '../model';
import { usageOf } from '../usage';

/** The provider then waits for nothing and fails; the image may have a healthcheck of its own. */
export const healthcheckMissing: Rule = {
  code: 'HEALTHCHECK_MISSING',
  level: 'warning',
  covers: ['L8'],
  summary: 'A container waits for another one to be healthy, which declares no healthcheck.',
  *find(model) {
    for (const { id: at, dependsOn } of usageOf(model).dependants) {
      for (const { container: id, condition } of dependsOn) {
        const other = condition === 'healthy' ? model.containers.get(id) : undefined;
        if (other === undefined || other.healthcheck !== undefined) continue;
        if (other.external || isUnknown(other, 'healthcheck')) continue;
        yield {
          at,
          problem: `it waits until ${id} is healthy, which declares no healthcheck: unless its image has one, the apply fails`,
          fix: `give ${id} a healthcheck`,
        };
      }
    }
  },
};
