import { FreeSpace } from '../addresses/free-space';
import { addressCount, contains, formatCidr, tryParseCidr, type Cidr } from '../ip/cidr';
import type { AddressPlan, Topology } from '../topology/topology';
import { fixedAddressesIn, gatewayIn, isDynamic } from './fixed-addresses';
import { createModel, type Model } from './model';
import { reservedAs } from './reserved';
import { declaredSubnets, type SubnetPlace } from './subnet-places';

/** Numbers of addresses as decimal text: those of IPv6 are too large for a number in JSON. */
export interface NetworkUsage {
  /** Id of the network. */
  readonly network: string;

  /** Id of its host. */
  readonly host: string;

  /** The block. */
  readonly cidr: string;

  /** All of the addresses. */
  readonly size: string;

  /** The gateway, auxiliary addresses, and those that containers ask for. */
  readonly used: string;

  /** The block's own, and what the address plan keeps for other things. */
  readonly reserved: string;

  /** What Docker hands out by itself. */
  readonly dynamic: string;

  /** What nobody has. */
  readonly free: string;
}

/** What became of one pool of an address plan. */
export interface PoolUsage {
  /** Id of the plan. */
  readonly plan: string;

  /** The block. */
  readonly pool: string;

  /** All of the addresses, as decimal text. */
  readonly size: string;

  /** Addresses in blocks of networks. */
  readonly used: string;

  /** Addresses kept for what is given by hand. */
  readonly reserved: string;

  /** Addresses in use elsewhere. */
  readonly avoided: string;

  /** What nobody has. */
  readonly free: string;

  /** Networks with a block in the pool, by rising address. */
  readonly networks: readonly NetworkUsage[];
}

/** Who has how many addresses. */
export interface AddressUsage {
  /** Pools of the address plans. */
  readonly pools: readonly PoolUsage[];

  /** Networks with a block outside every pool. */
  readonly others: readonly NetworkUsage[];
}

/** What is used, reserved, dynamic and free in each pool and network of a topology. */
export function addressUsage(topology: Topology): AddressUsage {
  const model = createModel(topology);
  const plans = topology.addressPlans ?? [];
  const places = [...declaredSubnets(model)].sort(byAddress);
  const reserved = plans.flatMap((plan) => readBlocks(plan.reserved));
  const pools = plans.flatMap((plan) => readBlocks(plan.pools).map((pool) => ({ plan, pool })));
  return {
    pools: pools.map(({ plan, pool }) => {
      const inside = places.filter(({ subnet }) => contains(pool, subnet.cidr));
      return {
        ...countPool(plan, pool, inside),
        networks: inside.map((place) => countNetwork(model, place, reserved)),
      };
    }),
    others: places
      .filter(({ subnet }) => !pools.some(({ pool }) => contains(pool, subnet.cidr)))
      .map((place) => countNetwork(model, place, reserved)),
  };
}

/** The blocks that can be read; a topology of another source may have anything there. */
export function readBlocks(texts: readonly string[]): Cidr[] {
  return texts.flatMap((text) => tryParseCidr(text) ?? []);
}

function byAddress(
  { subnet: { cidr: a } }: SubnetPlace,
  { subnet: { cidr: b } }: SubnetPlace,
): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first === b.first) return a.prefix - b.prefix;
  return a.first < b.first ? -1 : 1;
}

/** Takes parts of a block away, one kind after the other, and counts each. */
class Counter {
  private readonly rest: FreeSpace;
  private left: bigint;

  constructor(block: Cidr) {
    this.rest = new FreeSpace(block.family, [block]);
    this.left = addressCount(block);
  }

  get free(): string {
    return String(this.left);
  }

  take(parts: readonly Cidr[]): string {
    for (const part of parts) this.rest.remove(part);
    const before = this.left;
    this.left = this.rest.size();
    return String(before - this.left);
  }
}

function countPool(
  { id, reserved, avoided }: AddressPlan,
  pool: Cidr,
  inside: readonly SubnetPlace[],
): Omit<PoolUsage, 'networks'> {
  const counter = new Counter(pool);
  const counts = {
    size: counter.free,
    used: counter.take(inside.map(({ subnet }) => subnet.cidr)),
    reserved: counter.take(readBlocks(reserved)),
    avoided: counter.take(readBlocks(avoided)),
  };
  return { plan: id, pool: formatCidr(pool), ...counts, free: counter.free };
}

function countNetwork(
  model: Model,
  { network, subnet }: SubnetPlace,
  reserved: readonly Cidr[],
): NetworkUsage {
  const { cidr, ipRange } = subnet;
  const counter = new Counter(cidr);
  const isOpen = ipRange === undefined && hasDynamic(model, network.id, cidr.family);
  const counts = {
    size: counter.free,
    used: counter.take(usedIn(model, { network, subnet }).map((value) => single(cidr, value))),
    reserved: counter.take([...edgesOf(cidr), ...reserved]),
    dynamic: counter.take(isOpen ? [cidr] : ipRange === undefined ? [] : [ipRange]),
  };
  return {
    network: network.id,
    host: network.host,
    cidr: formatCidr(cidr),
    ...counts,
    free: counter.free,
  };
}

function usedIn(model: Model, { network, subnet }: SubnetPlace): bigint[] {
  const fixed = fixedAddressesIn(model, network.id).map(({ address }) => address);
  const all = [gatewayIn(subnet), ...subnet.auxAddresses.values(), ...fixed];
  const values = all.filter((address) => contains(subnet.cidr, address)).map(({ value }) => value);
  // In rising order each one is taken from the end of what is left, which is quick.
  return values.sort((a, b) => (a < b ? -1 : Number(a > b)));
}

function hasDynamic(model: Model, network: string, family: 4 | 6): boolean {
  const members = model.members.get(network) ?? [];
  return members.some(({ container, attachment }) => isDynamic(container, attachment, family));
}

function edgesOf(cidr: Cidr): Cidr[] {
  return [cidr.first, cidr.last]
    .filter((value) => reservedAs(cidr, { family: cidr.family, value }) !== undefined)
    .map((value) => single(cidr, value));
}

function single({ family }: Cidr, value: bigint): Cidr {
  return { family, first: value, last: value, prefix: family === 4 ? 32 : 128 };
}
