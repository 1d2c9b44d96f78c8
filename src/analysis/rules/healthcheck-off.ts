import type { Rule } from '../finding';

export const healthcheckOff: Rule = {
  code: 'HEALTHCHECK_OFF',
  level: 'error',
  covers: ['L8'],
  summary: 'A container waits for another one to be healthy, whose healthcheck is switched off.',
  *find({ topology, containers }) {
    for (const { id: at, dependsOn } of topology.containers) {
      for (const { container: id, condition } of dependsOn) {
        const other = condition === 'healthy' ? containers.get(id) : undefined;
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
