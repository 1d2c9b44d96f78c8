import { formatCidr, overlaps, type Cidr } from '../ip/cidr';
import type { BlockRecord } from './lock';
import { lockError } from './lock-error';

/** A block and its line. */
interface PlacedBlock {
  readonly line: number;
  readonly record: BlockRecord;
}

/**
 * Refuses two networks in one place, as a merge of two branches can leave them.
 *
 * @throws ConfigError `LOCK_MALFORMED`
 */
export function checkOverlaps(blocks: readonly PlacedBlock[], at: string): void {
  const live = blocks.filter(({ record }) => record.removed === undefined);
  live.sort((a, b) => compareFirst(a.record.cidr, b.record.cidr));
  for (const [index, block] of live.entries()) {
    const before = live[index - 1];
    if (before === undefined || !overlaps(before.record.cidr, block.record.cidr)) continue;
    const [first, second] = before.line < block.line ? [before, block] : [block, before];
    throw lockError(
      { at, line: second.line },
      `${formatCidr(second.record.cidr)} overlaps ${formatCidr(first.record.cidr)} of ${first.record.network} in line ${String(first.line)}`,
      'delete the lines of one of the two networks: it gets a new block',
    );
  }
}

function compareFirst(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first === b.first) return a.prefix - b.prefix;
  return a.first < b.first ? -1 : 1;
}
