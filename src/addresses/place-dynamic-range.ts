import { contains, formatCidr, type Cidr } from '../ip/cidr';
import type { Draft, DraftBlock } from './draft';
import { chooseDynamicRange, hasDynamicRoom, isFreeRange } from './dynamic-range';
import { dynamicNeed, type BlockRequest } from './request';
import type { Taken } from './taken';

/**
 * The part of the block that Docker hands out of, when it has to hand out anything. What is recorded
 * stays, also when nobody needs it any more: changing it replaces the network.
 */
export function placeDynamicRange(
  draft: Draft,
  request: BlockRequest,
  { cidr, dynamic }: DraftBlock,
  { taken, pending }: { readonly taken: Taken; readonly pending: number },
): Cidr | undefined {
  const need = dynamicNeed(request);
  const isGood = dynamic !== undefined && contains(cidr, dynamic) && isFreeRange(dynamic, taken);
  if (isGood && hasDynamicRoom(dynamic, cidr, need)) return dynamic;
  if (need === 0) return undefined;
  const isSmall = request.network.dynamicHosts !== undefined;
  const range = chooseDynamicRange(cidr, taken, { need, isSmall, pending });
  const hasFixed = request.network.members.some(
    ({ wishes }) => wishes[request.family] !== 'dynamic',
  );
  if (range !== undefined || (!hasFixed && !isSmall)) return range;
  draft.problems.push({
    code: 'DYNAMIC_RANGE_FULL',
    at: request.network.path,
    problem: `${formatCidr(cidr)} has no free range for ${String(need)} addresses that Docker picks, apart from the fixed ones`,
    fix: "raise the network's hosts, or give more of its containers planned addresses",
  });
  return undefined;
}
