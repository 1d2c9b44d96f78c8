import { tryParseAddress, type IpAddress } from '../ip/address';
import { tryParseCidr, type Cidr } from '../ip/cidr';
import { compareVersions, parseVersion, type Version } from '../notation/version';
import type { Attachment, Container } from '../topology/container';
import type { Host } from '../topology/host';
import type { Network, Subnet } from '../topology/network';
import type { Topology } from '../topology/topology';
import type { Volume } from '../topology/volume';

/** A subnet with its blocks read. */
export interface ReadSubnet {
  readonly cidr: Cidr;
  readonly gateway?: IpAddress;
  readonly ipRange?: Cidr;
  readonly auxAddresses: ReadonlyMap<string, IpAddress>;
}

/** A container in a network, from the network's side. */
export interface Member {
  readonly container: Container;
  readonly attachment: Attachment;
}

/** A topology with the indexes that the rules need; built once for all of them. */
export interface Model {
  readonly topology: Topology;
  readonly hosts: ReadonlyMap<string, Host>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly containers: ReadonlyMap<string, Container>;

  /** Members of each network, by the network's id. */
  readonly members: ReadonlyMap<string, readonly Member[]>;

  /** Subnets of each network whose block is known, by the network's id. */
  readonly subnets: ReadonlyMap<string, readonly ReadSubnet[]>;

  /** Version of the host's engine; absent: not known. */
  readonly engineVersions: ReadonlyMap<string, Version>;
}

/** Indexes a topology. */
export function createModel(topology: Topology): Model {
  return {
    topology,
    hosts: byId(topology.hosts),
    networks: byId(topology.networks),
    volumes: byId(topology.volumes),
    containers: byId(topology.containers),
    members: membersOf(topology.containers),
    subnets: new Map(
      topology.networks.map((network) => [network.id, network.subnets.flatMap(readSubnet)]),
    ),
    engineVersions: versionsOf(topology.hosts),
  };
}

/** Whether the engine is known to be older than the version. */
export function isEngineBefore(model: Model, host: string, version: Version): boolean {
  const known = model.engineVersions.get(host);
  return known !== undefined && compareVersions(known, version) < 0;
}

/** Whether only Terraform knows the value at the path, or a part of it. */
export function isUnknown(entity: { readonly unknown: readonly string[] }, path: string): boolean {
  return entity.unknown.some((known) => known === path || known.startsWith(`${path}/`));
}

/** The items by the key, in the order of their first occurrence; those without a key are left out. */
export function groupBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function membersOf(containers: readonly Container[]): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const container of containers) {
    for (const attachment of container.attachments) {
      const list = members.get(attachment.network);
      if (list === undefined) members.set(attachment.network, [{ container, attachment }]);
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

function versionsOf(hosts: readonly Host[]): ReadonlyMap<string, Version> {
  const versions = new Map<string, Version>();
  for (const { id, engineVersion } of hosts) {
    if (engineVersion !== undefined) versions.set(id, parseVersion(engineVersion, id));
  }
  return versions;
}
