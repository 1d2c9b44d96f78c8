import { formatAddress } from '../ip/address';
import { formatCidr } from '../ip/cidr';
import type { BlockRecord, Lock } from './lock';
import { compareText, sortNaturally } from './natural-order';

/** Version of the lock file; a reader refuses a later one. */
export const LOCK_VERSION = 1;

/**
 * The text of a lock file. Each entry is one line, sorted by network and container, and every one of
 * them ends with a comma, as the last line is always the same: so two changes of the file touch the same
 * line only when they are about the same thing.
 */
export function renderLock(lock: Lock): string {
  const lines = sortNaturally([...lock.values()].sort(byFamily), ({ network }) => network)
    .flatMap((record) => [blockLine(record), ...addressLines(record)])
    .map((line) => `    ${line},\n`);
  return `{\n  "version": ${String(LOCK_VERSION)},\n  "entries": [\n${lines.join('')}    ${END}\n  ]\n}\n`;
}

/** The last line; there is nothing in it that could change. */
const END = '{ "end": true }';

function byFamily(a: BlockRecord, b: BlockRecord): number {
  return a.family - b.family;
}

function blockLine({ network, cidr, dynamic, removed }: BlockRecord): string {
  return lineOf({
    network,
    subnet: formatCidr(cidr),
    ipRange: dynamic === undefined ? undefined : formatCidr(dynamic),
    removed,
  });
}

function addressLines({ network, family, addresses }: BlockRecord): string[] {
  const records = [...addresses].sort(([a], [b]) => compareText(a, b));
  return sortNaturally(records, ([container]) => container).map(([container, { value, removed }]) =>
    lineOf({ network, container, address: formatAddress({ family, value }), removed }),
  );
}

function lineOf(fields: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `{ ${known.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')} }`;
}
