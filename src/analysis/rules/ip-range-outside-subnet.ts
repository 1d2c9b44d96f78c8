import { contains, formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

/** Old engines take such a range from the provider and hand out addresses from somewhere else. */
export const ipRangeOutsideSubnet: Rule = {
  code: 'IP_RANGE_OUTSIDE_SUBNET',
  level: 'error',
  covers: ['N7'],
  summary: 'The range that Docker hands addresses out of is not a part of its subnet.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const { cidr, ipRange } = subnet;
      if (ipRange === undefined || contains(cidr, ipRange)) continue;
      yield {
        at: network.id,
        problem: `ipRange ${formatCidr(ipRange)} is not a part of subnet ${formatCidr(cidr)}`,
        fix: 'choose a smaller block inside the subnet',
      };
    }
  },
};
