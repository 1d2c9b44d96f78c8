import { formatCidr } from '../../ip/cidr';
import { blockKindOf, type RangeKind } from '../../ip/ranges';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { declaredSubnets } from '../subnet-places';

/** What goes wrong with each kind of block that works by itself. */
const WHY: Partial<Record<RangeKind, string>> = {
  public: 'belongs to somebody on the internet, whom these containers can no longer reach',
  shared: 'is kept for carriers (100.64.0.0/10); providers and overlay VPNs use it, too',
  'link-local':
    'is link-local: the addresses are good on one wire only, and programs may refuse them',
  documentation: 'is kept for examples in texts, and firewalls drop it',
  benchmark: 'is kept for benchmarks between networks',
  reserved: 'is reserved, and other systems refuse such addresses',
  unspecified: 'is in 0.0.0.0/8, and other systems refuse such addresses',
};

export const subnetUnusual: Rule = {
  code: 'SUBNET_UNUSUAL',
  level: 'note',
  covers: ['N19'],
  summary: 'A subnet is in a range that is kept for something else.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const why = isOnLan(network) ? undefined : WHY[blockKindOf(subnet.cidr)];
      if (why === undefined) continue;
      yield {
        at: network.id,
        problem: `subnet ${formatCidr(subnet.cidr)} ${why}`,
        fix: 'take a block out of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fd00::/8',
      };
    }
  },
};

/** There the LAN has chosen the block. */
function isOnLan({ driver }: Network): boolean {
  return driver === 'macvlan' || driver === 'ipvlan';
}
