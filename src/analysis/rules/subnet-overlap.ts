import { compareAddresses } from '../../ip/address';
import { formatCidr, overlaps, type Cidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { groupBy } from '../model';

interface Block {
  readonly network: string;
  readonly host: string;
  readonly cidr: Cidr;
}

/** The engine refuses the second network and does not say which other one is in the way. */
export const subnetOverlap: Rule = {
  code: 'SUBNET_OVERLAP',
  level: 'error',
  *find({ topology, subnets }) {
    const blocks = topology.networks.flatMap(({ id, host }) =>
      (subnets.get(id) ?? []).map(({ cidr }): Block => ({ network: id, host, cidr })),
    );
    for (const onHost of groupBy(blocks, ({ host }) => host).values()) {
      for (const [block, other] of overlappingPairs(onHost)) {
        yield {
          at: block.network,
          problem: `subnet ${formatCidr(block.cidr)} overlaps ${formatCidr(other.cidr)} of ${other.network}`,
          fix: 'move one of the two blocks',
        };
      }
    }
  },
};

/** Each block with the one before it, by address, that reaches furthest and into it. */
function* overlappingPairs(blocks: readonly Block[]): Generator<[Block, Block]> {
  const sorted = [...blocks].sort((a, b) => compareAddresses(firstOf(a.cidr), firstOf(b.cidr)));
  let furthest: Block | undefined;
  for (const block of sorted) {
    if (furthest !== undefined && overlaps(furthest.cidr, block.cidr)) yield [block, furthest];
    const isFurther =
      furthest?.cidr.family !== block.cidr.family || block.cidr.last > furthest.cidr.last;
    if (isFurther) furthest = block;
  }
}

function firstOf({ family, first }: Cidr): { family: 4 | 6; value: bigint } {
  return { family, value: first };
}
