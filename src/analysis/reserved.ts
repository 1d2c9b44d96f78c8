import type { IpAddress } from '../ip/address';
import { addressCount, type Cidr } from '../ip/cidr';

/**
 * What Docker keeps an address of the block for, if for anything: the network address, of both
 * families, and the broadcast address of IPv4. Since engine 23 blocks of one or two IPv4 addresses
 * have neither; older ones cannot use such blocks at all.
 */
export function reservedAs(block: Cidr, { family, value }: IpAddress): string | undefined {
  if (family !== block.family || (family === 4 && addressCount(block) <= 2n)) return undefined;
  if (value === block.first) return 'network address';
  return family === 4 && value === block.last ? 'broadcast address' : undefined;
}
