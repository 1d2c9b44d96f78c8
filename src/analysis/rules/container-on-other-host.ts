import type { Rule } from '../finding';

export const containerOnOtherHost: Rule = {
  code: 'CONTAINER_ON_OTHER_HOST',
  level: 'error',
  covers: ['M7'],
  summary: 'A container is to share the network of a container on another engine.',
  *find({ topology, containers }) {
    for (const container of topology.containers) {
      const { modeContainer: id } = container;
      const donor = id === undefined ? undefined : containers.get(id);
      if (donor === undefined || donor.host === container.host) continue;
      yield {
        at: container.id,
        problem: `it is on host ${container.host} and shares the network of ${donor.id}, which is on host ${donor.host}`,
        fix: 'put both on one host',
      };
    }
  },
};
