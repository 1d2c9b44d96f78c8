import { formatCidr, overlaps } from '../../ip/cidr';
import type { Rule } from '../finding';
import { localBlocks, type LocalBlock } from '../local-blocks';
import { overlappingPairs } from '../overlaps';
import { isOnLan, isRefused } from './subnet-overlap';

/** With an `ipRange` each, networks of other drivers than bridge may overlap, and nobody says so. */
export const subnetShared: Rule = {
  code: 'SUBNET_SHARED',
  level: 'warning',
  covers: ['N2'],
  summary: 'Two networks of one engine have the same addresses, and the engine does not notice.',
  *find(model) {
    for (const blocks of localBlocks(model).values()) {
      for (const [block, other] of overlappingPairs(blocks, isUnnoticed)) {
        yield {
          at: block.owner,
          problem: `subnet ${formatCidr(block.cidr)} overlaps ${formatCidr(other.cidr)} of ${other.owner}; Docker does not notice because both have an ipRange, and packets go to one of the two`,
          fix: 'move one of the two blocks',
        };
      }
    }
  },
};

function isUnnoticed(a: LocalBlock, b: LocalBlock): boolean {
  if (a.ipRange === undefined || b.ipRange === undefined) return false;
  const isPossible = (a.isDeclared || b.isDeclared) && a.owner !== b.owner;
  return isPossible && !isRefused(a, b) && !shareOneLan(a, b);
}

/** Two interfaces on one LAN: the same block, and each network hands out a part of its own. */
function shareOneLan(a: LocalBlock, b: LocalBlock): boolean {
  if (!isOnLan(a) || !isOnLan(b)) return false;
  if (a.cidr.first !== b.cidr.first || a.cidr.prefix !== b.cidr.prefix) return false;
  return a.ipRange === undefined || b.ipRange === undefined || !overlaps(a.ipRange, b.ipRange);
}
