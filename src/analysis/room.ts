import type { Family } from '../ip/address';
import { addressCount, contains, type Cidr } from '../ip/cidr';
import { fixedAddressesIn, gatewayIn } from './fixed-addresses';
import type { Model, ReadSubnet } from './model';
import { reservedAs } from './reserved';

/** Blocks of more addresses than this are never full. */
const LARGE = 1n << 20n;

/** How many addresses Docker can hand out by itself in a network; absent: too many to count. */
export function freeAddresses(model: Model, network: string, family: Family): bigint | undefined {
  const subnets = (model.subnets.get(network) ?? []).filter(({ cidr }) => cidr.family === family);
  const counts = subnets.map((subnet) => freeIn(model, network, subnet));
  if (counts.length === 0 || counts.includes(undefined)) return undefined;
  return counts.reduce<bigint>((sum, count) => sum + (count ?? 0n), 0n);
}

function freeIn(model: Model, network: string, subnet: ReadSubnet): bigint | undefined {
  const { cidr, ipRange, auxAddresses } = subnet;
  const pool = ipRange !== undefined && contains(cidr, ipRange) ? ipRange : cidr;
  const size = addressCount(pool);
  if (size > LARGE) return undefined;
  const kept = new Set<bigint>(edgesOf(cidr).filter((value) => inside(pool, value)));
  for (const address of [gatewayIn(subnet), ...auxAddresses.values()]) {
    if (contains(pool, address)) kept.add(address.value);
  }
  for (const { address } of fixedAddressesIn(model, network)) {
    if (contains(pool, address)) kept.add(address.value);
  }
  return size - BigInt(kept.size);
}

function edgesOf(cidr: Cidr): bigint[] {
  return [cidr.first, cidr.last].filter(
    (value) => reservedAs(cidr, { family: cidr.family, value }) !== undefined,
  );
}

function inside({ first, last }: Cidr, value: bigint): boolean {
  return first <= value && value <= last;
}
