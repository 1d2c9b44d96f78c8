import { ConfigError } from '../../errors';
import type { Container } from '../../topology/container';
import { defaultBridgeModel } from '../../topology/default-bridge';
import type { Network } from '../../topology/network';
import { TOPOLOGY_VERSION, type Topology } from '../../topology/topology';
import type { Volume } from '../../topology/volume';
import { own, type JsonObject } from '../json-value';
import type { Companions } from './companions';
import { readConfiguration } from './configuration';
import { readContainer } from './container';
import { Directory, type Entry, type External } from './directory';
import { readHosts } from './hosts';
import { readNetwork, readVolume } from './networks';
import { readResources } from './resources';

/**
 * What a Terraform plan is going to make, or what a state has: the JSON of `terraform show -json`.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readTerraform(document: JsonObject, companions: Companions, at: string): Topology {
  checkFormat(document, at);
  const configuration = readConfiguration(document, at);
  const hosts = readHosts(configuration, companions);
  const resources = readResources(document, configuration, at);
  const directory = new Directory(resources, hosts, companions);
  const ofType = (type: string): readonly Entry[] =>
    directory.entries.filter(({ resource }) => resource.type === type);
  const declared = declaredThings(companions.declared);
  // Containers come first: they name networks that are in no plan.
  const containers = ofType('docker_container').map((entry) =>
    withDeclared(readContainer(entry, directory), declared),
  );
  const networks = ofType('docker_network').map(readNetwork);
  const volumes = ofType('docker_volume').map((entry) => protect(readVolume(entry), declared));
  const used = new Set([...containers, ...networks, ...volumes].map(({ host }) => host));
  return {
    version: TOPOLOGY_VERSION,
    hosts: hosts.all.filter(({ id }) => used.has(id) || hosts.configured.has(id)),
    networks: [...networks, ...existingNetworks(directory), ...bridgesOf(containers)],
    volumes,
    containers,
    accepted: companions.declared?.accepted ?? [],
    ...(companions.declared?.intents === undefined ? {} : { intents: companions.declared.intents }),
  };
}

function checkFormat(document: JsonObject, at: string): void {
  const version = own(document, 'format_version');
  if (typeof version === 'string' && /^[01]\./.test(version)) return;
  throw new ConfigError('SOURCE_MALFORMED', {
    at,
    problem: 'the file has a format_version that is not 1.x',
    fix: 'update the portolan package that reads it',
  });
}

interface Declared {
  readonly containers: ReadonlyMap<string, Container>;
  readonly volumes: ReadonlyMap<string, Volume>;
}

function declaredThings(declared: Topology | undefined): Declared {
  return {
    containers: new Map(declared?.containers.map((each) => [each.id, each])),
    volumes: new Map(declared?.volumes.map((each) => [each.id, each])),
  };
}

/** What a definition says and no plan shows. */
function withDeclared(container: Container, { containers }: Declared): Container {
  const declared = containers.get(container.id);
  if (declared === undefined) return container;
  const { expose, listens, links, dependsOn } = declared;
  return { ...container, expose, listens, links, dependsOn };
}

function protect(volume: Volume, { volumes }: Declared): Volume {
  return { ...volume, protected: volumes.get(volume.id)?.protected ?? false };
}

function existingNetworks({ externals }: Directory): Network[] {
  return [...externals.values()].filter(({ kind }) => kind === 'network').map(existingNetwork);
}

function existingNetwork({ id, host, name }: External): Network {
  return {
    id,
    name,
    host,
    subnets: [],
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    ipamOptions: {},
    options: {},
    labels: {},
    external: true,
    unknown: ['subnets'],
  };
}

/** The default bridges that something is on. */
function bridgesOf(containers: readonly Container[]): Network[] {
  const bridges = new Map<string, Network>();
  for (const { host, attachments } of containers) {
    const bridge = defaultBridgeModel(host);
    if (attachments.some(({ network }) => network === bridge.id)) bridges.set(host, bridge);
  }
  return [...bridges.values()];
}
