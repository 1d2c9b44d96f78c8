import type { Rule } from '../finding';
import { usageOf } from '../usage';

export const containerOnOtherHost: Rule = {
  code: 'CONTAINER_ON_OTHER_HOST',
  level: 'error',
  covers: ['M7'],
  summary: 'A container is to share the network of a container on another engine.',
  *find(model) {
    for (const container of usageOf(model).modes) {
      const { modeContainer: id } = container;
      const donor = id === undefined ? undefined : model.containers.get(id);
      if (donor === undefined || donor.host === container.host) continue;
      yield {
        at: container.id,
        problem: `it is on host ${container.host} and shares the network of ${donor.id}, which is on host ${donor.host}`,
        fix: 'put both on one host',
      };
    }
  },
};
