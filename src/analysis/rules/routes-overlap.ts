import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { overlappingPairs, type Block } from '../overlaps';
import { usageOf } from '../usage';

interface OwnBlock extends Block {
  readonly network: string;
}

/** Measured: the engine gives no address to an interface whose block another one has a route to. */
export const routesOverlap: Rule = {
  code: 'ROUTES_OVERLAP',
  level: 'error',
  covers: ['A11'],
  summary: 'A container is in two networks that have the same addresses.',
  *find(model) {
    for (const { id: at, attachments } of usageOf(model).multihomed) {
      const blocks = attachments.flatMap(({ network }) => blocksOf(model, network));
      if (blocks.length < 2) continue;
      for (const [block, other] of overlappingPairs(blocks, (a, b) => a.network !== b.network)) {
        yield {
          at,
          problem: `it is in ${block.network} (${formatCidr(block.cidr)}) and ${other.network} (${formatCidr(other.cidr)}), which overlap, and Docker does not connect it to both`,
          fix: 'move one of the two blocks, or leave one of the networks',
        };
      }
    }
  },
};

function blocksOf(model: Model, id: string): OwnBlock[] {
  const { id: network = id, ipv6 = false } = model.networks.get(id) ?? {};
  return (model.subnets.get(network) ?? [])
    .filter(({ cidr }) => ipv6 || cidr.family === 4)
    .map(({ cidr }) => ({ cidr, owner: network, network }));
}
