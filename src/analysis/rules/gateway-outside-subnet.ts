import { formatAddress } from '../../ip/address';
import { contains, formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

export const gatewayOutsideSubnet: Rule = {
  code: 'GATEWAY_OUTSIDE_SUBNET',
  level: 'error',
  covers: ['N4'],
  summary: 'The gateway of a subnet is not in it.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const { cidr, gateway } = subnet;
      if (gateway === undefined || contains(cidr, gateway)) continue;
      yield {
        at: network.id,
        problem: `gateway ${formatAddress(gateway)} is outside subnet ${formatCidr(cidr)}`,
        fix: 'choose an address inside the subnet, or leave the gateway out',
      };
    }
  },
};
