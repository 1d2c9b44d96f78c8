import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { hostClashes } from '../host-clashes';
import { interfaceBlocks } from '../host-networks';

/** Docker looks at the host's routes only for blocks that it picks itself. */
export const subnetOnHostNetwork: Rule = {
  code: 'SUBNET_ON_HOST_NETWORK',
  level: 'error',
  covers: ['N3'],
  summary: 'A bridge network has addresses of a network that its host is in.',
  *find(model) {
    for (const { place, block } of hostClashes(model, interfaceBlocks)) {
      yield {
        at: place.network.id,
        problem: `subnet ${formatCidr(place.subnet.cidr)} overlaps the network of ${block.label} on host ${place.network.host}: Docker accepts it, and the host may be cut off`,
        fix: 'move the subnet, or use a macvlan network for addresses on the LAN',
      };
    }
  },
};
