import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Measured on engines 28 and 29: an internal network never has the default route. */
export const gatewayPriorityOnInternal: Rule = {
  code: 'GATEWAY_PRIORITY_ON_INTERNAL',
  level: 'warning',
  covers: ['N14', 'A10'],
  summary: 'An internal network is asked to give the default route.',
  *find(model) {
    for (const { container, attachment } of usageOf(model).specialPlaces) {
      const { network: id, gatewayPriority } = attachment;
      if (gatewayPriority === undefined || gatewayPriority <= 0) continue;
      if (model.networks.get(id)?.internal !== true) continue;
      yield {
        at: container.id,
        problem: `gatewayPriority ${String(gatewayPriority)} in ${id} does nothing: an internal network has no way out`,
        fix: 'give the priority to a network that is not internal, or drop it',
      };
    }
  },
};
