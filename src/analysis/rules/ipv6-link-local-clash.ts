import { formatCidr, overlaps, parseCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

const LINK_LOCAL = parseCidr('fe80::/64', 'fe80::/64');

/** Linux gives every interface an address of `fe80::/64` itself; only that very block may be a subnet. */
export const ipv6LinkLocalClash: Rule = {
  code: 'IPV6_LINK_LOCAL_CLASH',
  level: 'error',
  covers: ['A15'],
  summary: 'An IPv6 subnet overlaps the link-local block without being it.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const { cidr } = subnet;
      if (network.driver !== 'bridge' || !overlaps(cidr, LINK_LOCAL)) continue;
      if (cidr.prefix === LINK_LOCAL.prefix) continue;
      yield {
        at: network.id,
        problem: `subnet ${formatCidr(cidr)} overlaps fe80::/64, which every interface is in already`,
        fix: "write a private block, such as 'fd00:1::/64'",
      };
    }
  },
};
