import type { Rule } from '../finding';

/** A local network belongs to one engine; overlay networks reach over all hosts of a swarm. */
export const networkOnOtherHost: Rule = {
  code: 'NETWORK_ON_OTHER_HOST',
  level: 'error',
  covers: [],
  summary: 'A container is to join a network of another engine.',
  *find({ topology, members }) {
    if (topology.hosts.length < 2) return;
    for (const network of topology.networks) {
      if (network.driver === 'overlay' || network.driver === undefined) continue;
      for (const { container } of members.get(network.id) ?? []) {
        if (network.host === container.host) continue;
        yield {
          at: container.id,
          problem: `it is on host ${container.host} and its network ${network.id} on host ${network.host}`,
          fix: 'put both on one host, publish a port, or use an overlay network of a swarm',
        };
      }
    }
  },
};
