import { formatAddress, type IpAddress } from '../ip/address';
import { contains, formatCidr } from '../ip/cidr';
import type { AddressPlan, Topology } from '../topology/topology';
import { readBlocks } from './address-usage';
import { ownerAt } from './planned-addresses';
import { createModel, type Model } from './model';
import { reservedAs } from './reserved';
import { declaredSubnets, type SubnetPlace } from './subnet-places';

/** Who has an address in one place. */
export interface AddressOwner {
  /** What has it. */
  readonly kind:
    'container' | 'gateway' | 'auxiliary' | 'block' | 'dynamic' | 'reserved' | 'avoided' | 'free';

  /** Id of the container, name of the auxiliary address, or what the block or plan keeps it for. */
  readonly owner?: string;

  /** Id of the network, when it is in the block of one. */
  readonly network?: string;

  /** The network's block, or the plan's pool. */
  readonly cidr: string;
}

/** Who has the address: one answer for each network whose block it is in, else for each pool. */
export function addressOwners(topology: Topology, address: IpAddress): AddressOwner[] {
  const model = createModel(topology);
  const plans = topology.addressPlans ?? [];
  const places = [...declaredSubnets(model)].filter(({ subnet }) => contains(subnet.cidr, address));
  if (places.length > 0) return places.map((place) => ownerIn(model, place, { address, plans }));
  return plans.flatMap((plan) => ownerInPlan(plan, address));
}

function ownerIn(
  model: Model,
  place: SubnetPlace,
  { address, plans }: { readonly address: IpAddress; readonly plans: readonly AddressPlan[] },
): AddressOwner {
  const { network, subnet } = place;
  const at = { network: network.id, cidr: formatCidr(subnet.cidr) };
  const taken = takenBy(model, place, address);
  if (taken !== undefined) return { ...taken, ...at };
  const plan = plans.find(({ reserved }) => readBlocks(reserved).some((r) => contains(r, address)));
  if (plan !== undefined) return { kind: 'reserved', owner: plan.id, ...at };
  const isDockers = subnet.ipRange !== undefined && contains(subnet.ipRange, address);
  return { kind: isDockers ? 'dynamic' : 'free', ...at };
}

function takenBy(
  model: Model,
  place: SubnetPlace,
  address: IpAddress,
): Pick<AddressOwner, 'kind' | 'owner'> | undefined {
  const owner = ownerAt(model, place, formatAddress(address));
  if (owner?.kind === 'gateway') return { kind: 'gateway' };
  if (owner?.kind === 'container') return { kind: 'container', owner: owner.container.id };
  for (const [name, aux] of place.subnet.auxAddresses) {
    if (aux.value === address.value) return { kind: 'auxiliary', owner: name };
  }
  const reserved = reservedAs(place.subnet.cidr, address);
  return reserved === undefined ? undefined : { kind: 'block', owner: reserved };
}

function ownerInPlan(
  { id, pools, reserved, avoided }: AddressPlan,
  address: IpAddress,
): AddressOwner[] {
  return readBlocks(pools)
    .filter((pool) => contains(pool, address))
    .map((pool) => {
      const cidr = formatCidr(pool);
      const isIn = (texts: readonly string[]): boolean =>
        readBlocks(texts).some((block) => contains(block, address));
      if (isIn(reserved)) return { kind: 'reserved', owner: id, cidr };
      return { kind: isIn(avoided) ? 'avoided' : 'free', cidr };
    });
}
