import { sameAddress } from '../../ip/address';
import { formatCidr, type Cidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { localBlocks, type LocalBlock } from '../local-blocks';
import { overlappingPairs } from '../overlaps';

/**
 * Docker compares the pools of its networks. Of networks with an `ipRange` it only sees that another
 * one has the very same, or the same gateway in the same block: the bridge driver compares those, and
 * no other driver does (`SUBNET_SHARED`).
 */
export const subnetOverlap: Rule = {
  code: 'SUBNET_OVERLAP',
  level: 'error',
  covers: ['N1', 'N2'],
  summary: 'Two networks of one engine want the same addresses.',
  *find(model) {
    for (const blocks of localBlocks(model).values()) {
      for (const [block, other] of overlappingPairs(blocks, isRefused)) {
        const [later, earlier] = block.isDeclared ? [block, other] : [other, block];
        yield {
          at: later.owner,
          problem: `subnet ${formatCidr(later.cidr)} overlaps ${formatCidr(earlier.cidr)} of ${earlier.owner}`,
          fix: shareOneLan(later, earlier)
            ? 'use one network for both, or move one of the two blocks'
            : 'move one of the two blocks',
        };
      }
    }
  },
};

/** Whether Docker refuses one of the two networks, in one of the two orders at least. */
export function isRefused(a: LocalBlock, b: LocalBlock): boolean {
  if (!a.isDeclared && !b.isDeclared) return false;
  return (a.driver === 'bridge' && b.driver === 'bridge') || doPoolsClash(a, b);
}

function doPoolsClash(a: LocalBlock, b: LocalBlock): boolean {
  if (a.isOpen || b.isOpen) return false;
  if (a.ipRange === undefined || b.ipRange === undefined) return true;
  return isSame(a.cidr, b.cidr) && (isSame(a.ipRange, b.ipRange) || haveOneGateway(a, b));
}

function haveOneGateway({ gateway: a }: LocalBlock, { gateway: b }: LocalBlock): boolean {
  return a !== undefined && b !== undefined && sameAddress(a, b);
}

/** Whether both are on a LAN that has chosen the block. */
function shareOneLan(a: LocalBlock, b: LocalBlock): boolean {
  return isOnLan(a) && isOnLan(b) && isSame(a.cidr, b.cidr);
}

/** Whether its containers are neighbours of other machines. */
export function isOnLan({ driver }: LocalBlock): boolean {
  return driver === 'macvlan' || driver === 'ipvlan';
}

function isSame(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first === b.first && a.prefix === b.prefix;
}
