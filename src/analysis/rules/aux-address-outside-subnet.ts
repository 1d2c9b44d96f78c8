import { formatAddress } from '../../ip/address';
import { contains, formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

export const auxAddressOutsideSubnet: Rule = {
  code: 'AUX_ADDRESS_OUTSIDE_SUBNET',
  level: 'error',
  covers: ['N8'],
  summary: 'An auxiliary address of a subnet is not in it.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      for (const [name, address] of subnet.auxAddresses) {
        if (contains(subnet.cidr, address)) continue;
        yield {
          at: network.id,
          problem: `auxiliary address '${name}' is ${formatAddress(address)}, outside subnet ${formatCidr(subnet.cidr)}`,
          fix: 'choose an address inside the subnet, or drop it',
        };
      }
    }
  },
};
