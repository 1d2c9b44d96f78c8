import { formatAddress } from '../../ip/address';
import { firstUsable, formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { reservedAs } from '../reserved';
import { declaredSubnets } from '../subnet-places';

/** Docker says `Address already in use`, as if somebody had it. */
export const gatewayReserved: Rule = {
  code: 'GATEWAY_RESERVED',
  level: 'error',
  covers: ['N5'],
  summary: 'The gateway of a subnet is its network or broadcast address.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const { cidr, gateway } = subnet;
      const reserved = gateway === undefined ? undefined : reservedAs(cidr, gateway);
      if (gateway === undefined || reserved === undefined) continue;
      yield {
        at: network.id,
        problem: `gateway ${formatAddress(gateway)} is the ${reserved} of ${formatCidr(cidr)}`,
        fix: `write ${formatAddress(firstUsable(cidr))}, or leave the gateway out`,
      };
    }
  },
};
