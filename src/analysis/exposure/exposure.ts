import type { Container } from '../../topology/container';
import type { Topology } from '../../topology/topology';
import { createModel, isUnknown, perModel, type Model } from '../model';
import { networkOwner } from '../shared-networks';
import { compareText } from '../text';
import { ownAddressesOf, socketsOf } from './container-addresses';
import { engineFacts, type EngineFacts } from './engine-facts';
import { hostModeSockets, serviceSockets } from './host-sockets';
import { openingAt } from './openings';
import { publishedSockets } from './published';
import type { ExposedSocket } from './socket';

/** What is open on the hosts of a topology. */
export interface Exposure {
  /** By host, port, protocol, address and container. */
  readonly sockets: readonly ExposedSocket[];

  /** Ids of containers of which only Terraform knows some ports: they may open more. */
  readonly incomplete: readonly string[];
}

/**
 * Every open port of every host and who reaches it, as far as Docker decides it: a firewall of the
 * machine or of its network may close more.
 */
export function exposureOf(topology: Topology): Exposure {
  const model = createModel(topology);
  const services = topology.hosts.flatMap((host) => serviceSockets(engineFacts(model, host)));
  const ofContainers = topology.containers.flatMap((one) => socketsOfContainer(model, one));
  const incomplete = topology.containers
    .filter((container) => FIELDS.some((field) => isUnknown(container, field)))
    .map(({ id }) => id);
  return {
    sockets: [...services, ...ofContainers].sort(compareSockets),
    incomplete: incomplete.sort(compareText),
  };
}

const FIELDS = ['publish', 'listens', 'expose'];

/** The open ports of one container. */
export function socketsOfContainer(model: Model, container: Container): ExposedSocket[] {
  const host = model.hosts.get(container.host);
  if (host === undefined || container.mode === 'none') return [];
  const facts = engineFacts(model, host);
  const owner = networkOwner(model, container);
  if (owner?.mode === 'host') return hostModeSockets(model, facts, container);
  if (owner !== container) return [];
  return [...publishedSockets(model, facts, container), ...ownSockets(model, facts, container)];
}

function ownSockets(model: Model, facts: EngineFacts, container: Container): ExposedSocket[] {
  return ownAddressesOf(model, container).flatMap((place) => {
    const opening = openingAt(model, facts, place);
    if (opening === undefined) return [];
    const users = [container, ...(sharers(model).get(container) ?? [])];
    return socketsOf(model, place, opening, users);
  });
}

/** Containers that share the network stack of another one. */
const sharers = perModel((model: Model): ReadonlyMap<Container, readonly Container[]> => {
  const found = new Map<Container, Container[]>();
  for (const container of model.topology.containers) {
    const owner = container.mode === 'container' ? networkOwner(model, container) : undefined;
    if (owner === undefined) continue;
    const list = found.get(owner);
    if (list === undefined) found.set(owner, [container]);
    else list.push(container);
  }
  return found;
});

function compareSockets(a: ExposedSocket, b: ExposedSocket): number {
  return (
    compareText(a.host, b.host) ||
    portNumber(a) - portNumber(b) ||
    compareText(sortKey(a), sortKey(b))
  );
}

/** What has no number comes last. */
function portNumber({ port }: ExposedSocket): number {
  return typeof port === 'number' ? port : 65_536;
}

function sortKey(socket: ExposedSocket): string {
  const { port, protocol, family, address, container, network, containerPort } = socket;
  return [port, protocol, family, address, container, network, containerPort].join(' ');
}
