import { formatAddress, tryParseAddress, type Family, type IpAddress } from '../ip/address';
import { contains, firstUsable } from '../ip/cidr';
import type { Attachment, Container } from '../topology/container';
import type { Network } from '../topology/network';
import { isUnknown, perModel, type Model, type ReadSubnet } from './model';

/** An address that a container asks for in a network. */
export interface FixedAddress {
  readonly container: Container;
  readonly network: Network;
  readonly address: IpAddress;

  /** Canonical text of the address. */
  readonly text: string;
}

const NONE: readonly never[] = [];

/** Every fixed address, by the id of its network. */
const fixedAddresses = perModel((model: Model): ReadonlyMap<string, readonly FixedAddress[]> => {
  const byNetwork = new Map<string, FixedAddress[]>();
  for (const container of model.topology.containers) {
    for (const { network: id, ipv4, ipv6 } of container.attachments) {
      if (ipv4 === undefined && ipv6 === undefined) continue;
      const network = model.networks.get(id);
      if (network === undefined) continue;
      for (const text of [ipv4, ipv6]) {
        const fixed = readFixed(container, network, text);
        if (fixed === undefined) continue;
        const list = byNetwork.get(network.id);
        if (list === undefined) byNetwork.set(network.id, [fixed]);
        else list.push(fixed);
      }
    }
  }
  return byNetwork;
});

/** The fixed addresses in a network. */
export function fixedAddressesIn(model: Model, network: string): readonly FixedAddress[] {
  return fixedAddresses(model).get(network) ?? NONE;
}

/** Whether Docker picks the address of the family: none is asked for, as far as anyone knows. */
export function isDynamic(container: Container, attachment: Attachment, family: Family): boolean {
  const field = family === 4 ? 'ipv4' : 'ipv6';
  if (attachment[field] !== undefined) return false;
  if (container.unknown.length === 0) return true;
  const index = container.attachments.indexOf(attachment);
  return (
    !isUnknown(container, 'attachments') ||
    !isUnknown(container, `attachments/${String(index)}/${field}`)
  );
}

/** Whether every address block of the network is known; Docker picks them when there are none. */
export function areSubnetsKnown(model: Model, network: Network): boolean {
  if (network.external || isUnknown(network, 'subnets')) return false;
  return (model.subnets.get(network.id) ?? NONE).length === network.subnets.length;
}

/** The gateway of a subnet: the declared one, else the one Docker takes, the first it hands out. */
export function gatewayIn({ cidr, gateway, ipRange }: ReadSubnet): IpAddress {
  if (gateway !== undefined) return gateway;
  const first = firstUsable(cidr);
  if (ipRange === undefined || !contains(cidr, ipRange)) return first;
  return ipRange.first > first.value ? { family: ipRange.family, value: ipRange.first } : first;
}

function readFixed(
  container: Container,
  network: Network,
  value: string | undefined,
): FixedAddress | undefined {
  const address = value === undefined ? undefined : tryParseAddress(value);
  if (address === undefined || value === undefined) return undefined;
  const text = address.family === 4 ? value : formatAddress(address);
  return { container, network, address, text };
}
