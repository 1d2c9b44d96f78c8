import type { Rule } from '../finding';
import { isLanNetwork } from '../lan-children';

export const macvlanHostUnreachable: Rule = {
  code: 'MACVLAN_HOST_UNREACHABLE',
  level: 'note',
  covers: ['V1'],
  summary: 'A host does not reach its own containers on a macvlan or ipvlan network.',
  *find({ topology, members }) {
    for (const network of topology.networks) {
      if (network.external || network.options['parent'] === undefined) continue;
      if (!isLanNetwork(network) || (members.get(network.id) ?? []).length === 0) continue;
      yield {
        at: network.id,
        problem: `host ${network.host} and its other containers do not reach the containers of this ${network.driver ?? ''} network, nor they it; other machines on the LAN do`,
        fix: 'where they must meet, put the container into a bridge network, too',
      };
    }
  },
};
