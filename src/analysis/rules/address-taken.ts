import { formatAddress, sameAddress } from '../../ip/address';
import { contains, formatCidr } from '../../ip/cidr';
import { clashes } from '../clashes';
import type { Rule } from '../finding';
import { fixedAddressesIn, gatewayIn, type FixedAddress } from '../fixed-addresses';
import { areNeverTogether } from '../lifetimes';
import type { Model, ReadSubnet } from '../model';
import { reservedAs } from '../reserved';

/** Docker says `Address already in use`, and never by whom. */
export const addressTaken: Rule = {
  code: 'ADDRESS_TAKEN',
  level: 'error',
  covers: ['A4', 'N8'],
  summary: 'A container asks for an address that something else in its network has.',
  *find(model) {
    for (const { id } of model.topology.networks) {
      const fixed = fixedAddressesIn(model, id);
      if (fixed.length === 0) continue;
      for (const one of fixed) {
        const owner = ownerOf(model, one);
        if (owner !== undefined) yield describe(one, owner);
      }
      for (const { item, other } of clashes(fixed, ({ text }) => text, idOf, isClash)) {
        yield describe(item, other.container.id);
      }
    }
  },
};

function describe(
  { container, text, network }: FixedAddress,
  owner: string,
): {
  at: string;
  problem: string;
  fix: string;
} {
  return {
    at: container.id,
    problem: `address ${text} in ${network.id} belongs to ${owner}`,
    fix: 'choose another address',
  };
}

function isClash({ container }: FixedAddress, { container: other }: FixedAddress): boolean {
  return container !== other && !areNeverTogether(container, other);
}

function idOf({ container }: FixedAddress): string {
  return container.id;
}

/** What Docker or the network's definition keeps the address for. */
function ownerOf(model: Model, { network, address }: FixedAddress): string | undefined {
  for (const subnet of model.subnets.get(network.id) ?? []) {
    if (!contains(subnet.cidr, address)) continue;
    const reserved = reservedAs(subnet.cidr, address);
    if (reserved !== undefined) return `the block, as ${reserved} of ${formatCidr(subnet.cidr)}`;
    if (sameAddress(gatewayIn(subnet), address)) return gatewayText(subnet);
    for (const [name, aux] of subnet.auxAddresses) {
      if (sameAddress(aux, address)) return `the auxiliary address '${name}'`;
    }
  }
  return undefined;
}

function gatewayText(subnet: ReadSubnet): string {
  return subnet.gateway === undefined
    ? `the gateway, which Docker puts at ${formatAddress(gatewayIn(subnet))}`
    : 'the gateway';
}
