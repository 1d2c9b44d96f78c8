import { tryParseAddress, type IpAddress } from '../ip/address';
import { tryParseCidr, type Cidr } from '../ip/cidr';
import type { Attachment, Container } from '../topology/container';
import type { Host } from '../topology/host';
import { isDefaultBridge, type Network, type Subnet } from '../topology/network';
import type { Topology } from '../topology/topology';
import type { Volume } from '../topology/volume';
import { compareText } from './text';

/** A subnet with its blocks read. */
export interface ReadSubnet {
  /** The block. */
  readonly cidr: Cidr;
  /** Its declared gateway. */
  readonly gateway?: IpAddress;
  /** Part of it that Docker hands addresses out of. */
  readonly ipRange?: Cidr;
  /** Addresses that Docker must not hand out, by name. */
  readonly auxAddresses: ReadonlyMap<string, IpAddress>;
}

/** A container in a network, from the network's side. */
export interface Member {
  /** The container. */
  readonly container: Container;
  /** Its end in the network. */
  readonly attachment: Attachment;
}

/**
 * A topology with the indexes that the rules need; built once for all of them. What one stack
 * declares and another one refers to by name (`fromName`) is one thing here: both ids lead to the
 * declared one.
 */
export interface Model {
  /** What is indexed. */
  readonly topology: Topology;
  /** Hosts by id. */
  readonly hosts: ReadonlyMap<string, Host>;
  /** Networks by id. */
  readonly networks: ReadonlyMap<string, Network>;
  /** Volumes by id. */
  readonly volumes: ReadonlyMap<string, Volume>;
  /** Containers by id. */
  readonly containers: ReadonlyMap<string, Container>;

  /** Members of each network that is in the topology, by the network's own id. */
  readonly members: ReadonlyMap<string, readonly Member[]>;

  /** Subnets of each network whose block is known, by the network's own id. */
  readonly subnets: ReadonlyMap<string, readonly ReadSubnet[]>;
}

/** Indexes a topology. */
export function createModel(topology: Topology): Model {
  const networks = byId(topology.networks, isDefaultBridge);
  return {
    topology,
    hosts: new Map(topology.hosts.map((host) => [host.id, host])),
    networks,
    volumes: byId(topology.volumes),
    containers: byId(topology.containers),
    members: membersOf(topology.containers, networks),
    subnets: new Map(topology.networks.map(({ id, subnets }) => [id, subnets.flatMap(readSubnet)])),
  };
}

/** A value that several rules need, worked out once for each model. */
export function perModel<T>(compute: (model: Model) => T): (model: Model) => T {
  const known = new WeakMap<Model, { readonly value: T }>();
  return (model) => {
    const found = known.get(model) ?? { value: compute(model) };
    known.set(model, found);
    return found.value;
  };
}

/** Whether only Terraform knows the value at the path, or a part of it. */
export function isUnknown(entity: { readonly unknown: readonly string[] }, path: string): boolean {
  if (entity.unknown.length === 0) return false;
  return entity.unknown.some((known) => known === path || known.startsWith(`${path}/`));
}

/** Whether the network is the engine's default bridge, under whichever id. */
export function isBridgeOfEngine(network: Network): boolean {
  return isDefaultBridge(network) || (network.external && network.name === 'bridge');
}

interface Named {
  readonly id: string;
  readonly host: string;
  readonly name?: string;
  readonly external: boolean;
}

function byId<T extends Named>(
  items: readonly T[],
  isOriginal: (item: T) => boolean = () => false,
): ReadonlyMap<string, T> {
  const found = new Map(items.map((item) => [item.id, item]));
  const references = items.filter((item) => item.external && item.name !== undefined);
  if (references.length === 0) return found;
  const originals = new Map<string, T>();
  for (const item of [...items].sort(compareIds)) {
    if (!originals.has(nameKey(item))) originals.set(nameKey(item), item);
  }
  for (const item of references) found.set(item.id, originals.get(nameKey(item)) ?? item);
  return found;

  /** What is declared comes before what is referred to. */
  function compareIds(a: T, b: T): number {
    return rank(a, isOriginal) - rank(b, isOriginal) || compareText(a.id, b.id);
  }
}

function rank<T extends Named>(item: T, isOriginal: (item: T) => boolean): number {
  if (isOriginal(item)) return 0;
  return item.external ? 2 : 1;
}

function nameKey({ host, name }: Named): string {
  return `${host} ${name ?? ''}`;
}

function membersOf(
  containers: readonly Container[],
  networks: ReadonlyMap<string, Network>,
): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const container of containers) {
    for (const attachment of container.attachments) {
      const network = networks.get(attachment.network);
      if (network === undefined) continue;
      const list = members.get(network.id);
      if (list === undefined) members.set(network.id, [{ container, attachment }]);
      else list.push({ container, attachment });
    }
  }
  return members;
}

function readSubnet(subnet: Subnet): ReadSubnet[] {
  const cidr = subnet.cidr === undefined ? undefined : tryParseCidr(subnet.cidr);
  if (cidr === undefined) return [];
  const gateway = readAddress(subnet.gateway);
  const ipRange = subnet.ipRange === undefined ? undefined : tryParseCidr(subnet.ipRange);
  const auxAddresses = new Map<string, IpAddress>();
  for (const [name, text] of Object.entries(subnet.auxAddresses)) {
    const address = readAddress(text);
    if (address !== undefined) auxAddresses.set(name, address);
  }
  return [
    {
      cidr,
      ...(gateway === undefined ? {} : { gateway }),
      ...(ipRange === undefined ? {} : { ipRange }),
      auxAddresses,
    },
  ];
}

function readAddress(text: string | undefined): IpAddress | undefined {
  return text === undefined ? undefined : tryParseAddress(text);
}
