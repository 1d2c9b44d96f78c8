import type { Rule } from '../finding';

export const overlayNotAttachable: Rule = {
  code: 'OVERLAY_NOT_ATTACHABLE',
  level: 'error',
  covers: [],
  summary: 'A container is to join an overlay network that is for swarm services alone.',
  *find({ topology, members }) {
    for (const network of topology.networks) {
      const { driver, external, attachable, ingress } = network;
      if (external || driver !== 'overlay' || (attachable && !ingress)) continue;
      for (const { container } of members.get(network.id) ?? []) {
        yield {
          at: container.id,
          problem: `its network ${network.id} is ${ingress ? 'the routing mesh' : 'not attachable'}, so only swarm services can join it`,
          fix: ingress ? 'use another overlay network' : 'set attachable to true in the network',
        };
      }
    }
  },
};
