import { formatCidr, overlaps } from '../../ip/cidr';
import type { Network } from '../../topology/network';
import { autoBlocks, picksBlock } from '../address-pools';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { declaredSubnets } from '../subnet-places';
import { compareText } from '../text';

/**
 * Within a stack Terraform makes such networks last; between stacks it knows no order. Docker takes
 * the first free block of its pools.
 */
export const subnetInAutoPool: Rule = {
  code: 'SUBNET_IN_AUTO_POOL',
  level: 'note',
  covers: ['N1', 'N12'],
  summary: 'Docker may give a block that one stack declares to a network of another stack.',
  *find(model) {
    const places = groupBy(declaredSubnets(model), ({ network }) => network.host);
    const networks = groupBy(model.topology.networks, ({ host }) => host);
    for (const host of model.topology.hosts) {
      const auto = (networks.get(host.id) ?? []).filter((network) => picksBlock(model, network));
      if (auto.length === 0) continue;
      // The default bridge has the first block, and declared networks may have some of the next.
      const reach = autoBlocks(host).slice(1, 1 + (networks.get(host.id) ?? []).length);
      for (const { network, subnet } of places.get(host.id) ?? []) {
        if (network.driver === 'overlay') continue;
        const other = otherStack(auto, network);
        if (other === undefined || !reach.some((block) => overlaps(block, subnet.cidr))) continue;
        yield {
          at: network.id,
          problem: `subnet ${formatCidr(subnet.cidr)} is among the blocks that Docker picks from, and ${other.id} of another stack takes the first free one`,
          fix: `deploy this stack first, give ${other.id} a subnet, or move this one out of Docker's pools`,
        };
      }
    }
  },
};

function otherStack(auto: readonly Network[], { stack }: Network): Network | undefined {
  if (stack === undefined) return undefined;
  return auto
    .filter((network) => network.stack !== undefined && network.stack !== stack)
    .reduce<Network | undefined>(
      (best, one) => (best !== undefined && compareText(best.id, one.id) <= 0 ? best : one),
      undefined,
    );
}
