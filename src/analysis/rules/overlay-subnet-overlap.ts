import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { overlappingPairs, type Block } from '../overlaps';
import { declaredSubnets } from '../subnet-places';

/** Hosts of one swarm share its overlay networks; a topology shows only that one host has both. */
export const overlaySubnetOverlap: Rule = {
  code: 'OVERLAY_SUBNET_OVERLAP',
  level: 'error',
  covers: ['N18'],
  summary: 'Two overlay networks of one swarm have the same addresses.',
  *find(model) {
    const places = [...declaredSubnets(model)].filter(
      ({ network }) => network.driver === 'overlay',
    );
    for (const group of groupBy(places, ({ network }) => network.host).values()) {
      const blocks = group.map(({ network, subnet }): Block => ({
        cidr: subnet.cidr,
        owner: network.id,
      }));
      for (const [block, other] of overlappingPairs(blocks, () => true)) {
        yield {
          at: block.owner,
          problem: `overlay subnet ${formatCidr(block.cidr)} overlaps ${formatCidr(other.cidr)} of ${other.owner}`,
          fix: 'move one of the two blocks',
        };
      }
    }
  },
};
