import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { isUnknown } from '../model';

/** The engine throws the block away and says nothing. */
export const ipv6NotEnabled: Rule = {
  code: 'IPV6_NOT_ENABLED',
  level: 'error',
  covers: ['N10'],
  summary: 'A network has an IPv6 block, and IPv6 is off.',
  *find({ topology, subnets }) {
    for (const network of topology.networks) {
      if (network.external || network.ipv6 || isUnknown(network, 'ipv6')) continue;
      const block = (subnets.get(network.id) ?? []).find(({ cidr }) => cidr.family === 6);
      if (block === undefined) continue;
      yield {
        at: network.id,
        problem: `Docker drops subnet ${formatCidr(block.cidr)} without a word, as ipv6 is off`,
        fix: 'set ipv6 to true, or drop the block',
      };
    }
  },
};
