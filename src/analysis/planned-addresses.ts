import { tryParseAddress } from '../ip/address';
import type { Cidr } from '../ip/cidr';
import type { Container } from '../topology/container';
import { fixedAddressesIn, gatewayIn } from './fixed-addresses';
import { groupBy } from './group-by';
import { perModel, type Model } from './model';
import { declaredSubnets, type SubnetPlace } from './subnet-places';

/** Declared IPv4 blocks of each host, by rising address. */
const plannedBlocks = perModel((model: Model): ReadonlyMap<string, readonly SubnetPlace[]> => {
  const places = [...declaredSubnets(model)].filter(({ subnet }) => subnet.cidr.family === 4);
  places.sort((a, b) => compareFirst(a.subnet.cidr, b.subnet.cidr));
  return groupBy(places, ({ network }) => network.host);
});

/** The declared subnet of the host that the IPv4 address lies in. */
export function plannedAt(model: Model, host: string, text: string): SubnetPlace | undefined {
  const blocks = plannedBlocks(model).get(host);
  const address = blocks === undefined ? undefined : tryParseAddress(text);
  if (blocks === undefined || address === undefined) return undefined;
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.subnet.cidr.first ?? 0n) <= address.value) low = middle + 1;
    else high = middle;
  }
  const place = blocks[low - 1];
  return place !== undefined && address.value <= place.subnet.cidr.last ? place : undefined;
}

/** Who has an address in a network: a container, the host as gateway, or something beside Docker. */
export type AddressOwner =
  | { readonly kind: 'container'; readonly container: Container }
  | { readonly kind: 'gateway' | 'reserved' };

/** Who has the address in the network; nothing when nobody is known to have it. */
export function ownerAt(
  model: Model,
  { network, subnet }: SubnetPlace,
  text: string,
): AddressOwner | undefined {
  const fixed = fixedAddressesIn(model, network.id).find((one) => one.text === text);
  if (fixed !== undefined) return { kind: 'container', container: fixed.container };
  const value = tryParseAddress(text)?.value;
  if (value === gatewayIn(subnet).value) return { kind: 'gateway' };
  const reserved = [...subnet.auxAddresses.values()];
  return reserved.some((address) => address.value === value) ? { kind: 'reserved' } : undefined;
}

function compareFirst(a: Cidr, b: Cidr): number {
  if (a.first === b.first) return a.prefix - b.prefix;
  return a.first < b.first ? -1 : 1;
}
