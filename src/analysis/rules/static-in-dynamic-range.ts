import { contains, formatCidr } from '../../ip/cidr';
import { fixedAddressesIn, isDynamic, type FixedAddress } from '../fixed-addresses';
import type { Occurrence, Rule } from '../finding';
import type { Member, Model, ReadSubnet } from '../model';
import { compareText } from '../text';

/** Whoever starts first gets the address; after a reboot that may be somebody else. */
export const staticInDynamicRange: Rule = {
  code: 'STATIC_IN_DYNAMIC_RANGE',
  level: 'warning',
  covers: ['A5'],
  summary: 'A fixed address lies among those that Docker hands to other containers.',
  *find(model) {
    for (const { id, ipv6 } of model.topology.networks) {
      if (fixedAddressesIn(model, id).length === 0) continue;
      yield* ofFamily(model, id, 4);
      if (ipv6) yield* ofFamily(model, id, 6);
    }
  },
};

function* ofFamily(model: Model, network: string, family: 4 | 6): Generator<Occurrence> {
  const dynamic = firstDynamic(model.members.get(network) ?? [], family);
  if (dynamic === undefined) return;
  for (const subnet of model.subnets.get(network) ?? []) {
    if (subnet.cidr.family === family) yield* occurrencesIn(model, network, subnet, dynamic);
  }
}

function* occurrencesIn(
  model: Model,
  network: string,
  subnet: ReadSubnet,
  dynamic: Member,
): Generator<Occurrence> {
  const pool = subnet.ipRange ?? subnet.cidr;
  for (const fixed of fixedAddressesIn(model, network)) {
    if (contains(pool, fixed.address) && fixed.container !== dynamic.container) {
      yield describe(fixed, subnet, dynamic);
    }
  }
}

function describe(
  { container, network, text }: FixedAddress,
  { cidr, ipRange }: ReadSubnet,
  dynamic: Member,
): Occurrence {
  const pool = ipRange ?? cidr;
  return {
    at: container.id,
    problem: `address ${text} is among those that Docker hands out in ${network.id} (${formatCidr(pool)}), to ${dynamic.container.id} for one`,
    fix: `keep fixed addresses outside the network's ipRange${ipRange === undefined ? ', and give it one' : ''}`,
  };
}

/** The first container by id that lets Docker choose. */
function firstDynamic(members: readonly Member[], family: 4 | 6): Member | undefined {
  let first: Member | undefined;
  for (const member of members) {
    const { container, attachment } = member;
    if (container.external || !isDynamic(container, attachment, family)) continue;
    if (first === undefined || compareText(container.id, first.container.id) < 0) first = member;
  }
  return first;
}
