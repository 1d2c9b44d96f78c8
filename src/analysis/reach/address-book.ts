import { formatAddress, tryParseAddress, type Family, type IpAddress } from '../../ip/address';
import { contains, parseInterfaceAddress } from '../../ip/cidr';
import type { Host } from '../../topology/host';
import { defaultBridgeId } from '../../topology/network';
import { readable } from '../attempt';
import { gatewayIn } from '../fixed-addresses';
import { ownInterfaces } from '../host-networks';
import { localBlocks } from '../local-blocks';
import type { Facts } from './facts';
import type { Machine } from './machine';
import type { Segment } from './segment';
import { fixedAddress, type Endpoint } from './stack';
import { FAMILIES } from './target';

/** Who has an address, as far as the topology says. */
export type AddressOwner =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  | { readonly kind: 'gateway'; readonly segment: Segment }
  | { readonly kind: 'lan'; readonly machine: Machine };

/** Fixed addresses of containers, gateways and interfaces of hosts. */
export class AddressBook {
  private readonly inNetwork = new Map<string, AddressOwner>();
  private readonly onHost = new Map<string, AddressOwner>();
  private readonly anywhere = new Map<string, AddressOwner>();
  private readonly gateways = new Map<string, string>();

  constructor(private readonly facts: Facts) {
    const { topology, hosts } = facts.model;
    for (const host of hosts.values()) this.addHost(host);
    for (const { id } of topology.networks) this.addGateways(id);
    for (const container of topology.containers) {
      const stack = container.mode === 'networks' ? facts.stack(container) : undefined;
      for (const endpoint of stack?.endpoints ?? []) this.addEndpoint(endpoint);
    }
  }

  /** Who has the address in the network. */
  inside(segment: Segment, address: string): AddressOwner | undefined {
    return this.inNetwork.get(`${segment.network.id} ${address}`);
  }

  /** Who has the address on the host, or else on another one. */
  beyond(host: string | undefined, address: string): AddressOwner | undefined {
    const own = host === undefined ? undefined : this.onHost.get(`${host} ${address}`);
    return own ?? this.anywhere.get(address);
  }

  /** Whether the address lies in a block of a network of the host, so that nobody else has it. */
  isOfNetwork(host: string, address: IpAddress): boolean {
    const blocks = localBlocks(this.facts.model).get(host) ?? [];
    return blocks.some(({ cidr }) => contains(cidr, address));
  }

  /** The host's address in the network, where it is known. */
  gatewayOf({ network }: Segment, family: Family): string | undefined {
    return this.gateways.get(`${network.id} ${String(family)}`);
  }

  private addHost(host: Host): void {
    const machine = this.facts.machine(host.id);
    if (machine === undefined) return;
    for (const { addresses } of ownInterfaces(this.facts.model, host)) {
      for (const text of addresses) {
        const address = readable(() => parseInterfaceAddress(text, host.id))?.address;
        if (address !== undefined)
          this.add(host.id, formatAddress(address), { kind: 'lan', machine });
      }
    }
    const bridge = this.facts.segment(defaultBridgeId(host.id));
    const own = bridgeAddress(host);
    if (bridge !== undefined && own !== undefined) this.addGateway(bridge, own);
  }

  private addGateways(id: string): void {
    const segment = this.facts.segment(id);
    if (segment?.network.id !== id) return;
    for (const subnet of this.facts.model.subnets.get(id) ?? []) {
      this.addGateway(segment, gatewayIn(subnet));
    }
  }

  private addGateway(segment: Segment, { family, value }: IpAddress): void {
    const { id, host } = segment.network;
    const text = formatAddress({ family, value });
    const owner: AddressOwner = { kind: 'gateway', segment };
    this.gateways.set(`${id} ${String(family)}`, text);
    this.inNetwork.set(`${id} ${text}`, owner);
    this.add(host, text, owner);
  }

  private addEndpoint(endpoint: Endpoint): void {
    const { network } = endpoint.segment;
    for (const family of FAMILIES) {
      const address = tryParseAddress(fixedAddress(endpoint, family) ?? '');
      if (address === undefined) continue;
      const text = formatAddress(address);
      const owner: AddressOwner = { kind: 'endpoint', endpoint };
      this.inNetwork.set(`${network.id} ${text}`, owner);
      this.add(network.host, text, owner);
    }
  }

  private add(host: string, address: string, owner: AddressOwner): void {
    const key = `${host} ${address}`;
    if (!this.onHost.has(key)) this.onHost.set(key, owner);
    if (!this.anywhere.has(address)) this.anywhere.set(address, owner);
  }
}

/** The host's address in the default bridge: what daemon.json says, else what its interface shows. */
function bridgeAddress({ id, daemon: { bip }, interfaces }: Host): IpAddress | undefined {
  const shown = interfaces.find(({ name }) => name === 'docker0')?.addresses ?? [];
  const text = bip ?? shown.find((one) => !one.includes(':'));
  return text === undefined ? undefined : readable(() => parseInterfaceAddress(text, id))?.address;
}
