import { parseInterfaceAddress, tryParseCidr, type Cidr } from '../ip/cidr';
import type { Host, HostInterface } from '../topology/host';
import { readable } from './attempt';
import type { Model } from './model';

/** A block that a host reaches by itself. */
export interface HostBlock {
  readonly cidr: Cidr;

  /** For messages: `eth0 (192.168.1.5/24)`, or the route's destination. */
  readonly label: string;
}

/** Interfaces that the engine itself makes. */
const OF_ENGINE = /^(?:docker0|docker_gwbridge|br-[0-9a-f]{12}|veth.*|lo)$/;

/** Blocks that the host's own interfaces are in, less the engine's and those that networks are made on. */
export function interfaceBlocks(model: Model, host: Host): HostBlock[] {
  return ownInterfaces(model, host).flatMap(({ name, addresses }) =>
    addresses.flatMap((address) => {
      const cidr = readable(() => parseInterfaceAddress(address, host.id))?.block;
      return cidr === undefined || isLinkLocal(cidr)
        ? []
        : [{ cidr, label: `${name} (${address})` }];
    }),
  );
}

/** Blocks that the host has routes to, less the default route and those of the engine's interfaces. */
export function routeBlocks(model: Model, host: Host): HostBlock[] {
  const bridges = bridgeNames(model, host);
  return host.routes.flatMap(({ destination, via, interface: device = '' }) => {
    const cidr = tryParseCidr(destination);
    if (cidr === undefined || cidr.prefix === 0 || isLinkLocal(cidr)) return [];
    if (OF_ENGINE.test(device) || bridges.has(device)) return [];
    const way = via ?? device;
    return [{ cidr, label: way === '' ? destination : `${destination} via ${way}` }];
  });
}

/** The host's interfaces less the engine's and the bridges that networks of the topology name. */
export function ownInterfaces(model: Model, host: Host): HostInterface[] {
  const bridges = bridgeNames(model, host);
  return host.interfaces.filter(({ name }) => !OF_ENGINE.test(name) && !bridges.has(name));
}

function bridgeNames(model: Model, host: Host): ReadonlySet<string> {
  const names = model.topology.networks
    .filter(({ host: id }) => id === host.id)
    .map(({ options }) => options['com.docker.network.bridge.name']);
  return new Set([...names, host.daemon.bridge].filter((name) => name !== undefined));
}

function isLinkLocal({ family, first }: Cidr): boolean {
  return family === 6 ? first >> 118n === 0x3fan : first >> 16n === 0xa9fen;
}
