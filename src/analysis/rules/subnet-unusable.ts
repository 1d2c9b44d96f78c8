import { formatCidr } from '../../ip/cidr';
import { blockKindOf } from '../../ip/ranges';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

/** Docker makes the network; no container of it starts, for want of a route to the gateway. */
export const subnetUnusable: Rule = {
  code: 'SUBNET_UNUSABLE',
  level: 'error',
  covers: ['N19', 'A15'],
  summary: 'A subnet is in a range that no interface can have.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const kind = blockKindOf(subnet.cidr);
      if (kind !== 'loopback' && kind !== 'multicast') continue;
      yield {
        at: network.id,
        problem: `subnet ${formatCidr(subnet.cidr)} is ${kind === 'loopback' ? 'a loopback' : 'a multicast'} block`,
        fix: `write a private one, such as ${subnet.cidr.family === 4 ? '172.27.0.0/16' : 'fd00:1::/64'}`,
      };
    }
  },
};
