import type { Container } from '../../../topology/container';
import type { Host } from '../../../topology/host';
import { TOPOLOGY_VERSION, type Topology } from '../../../topology/topology';
import type { Model } from '../../model';
import type { PublishedPort } from '../../../notation/publish';
import type { End } from './ends';
import { publishedKinds } from './signatures';

/** A published port of a miniature: its number stands for all ports of its kind. */
export type StandIn = Required<Pick<PublishedPort, 'hostPort'>> & PublishedPort;

/** A topology of two stacks alone, in which ports stand for their kinds. */
export interface Miniature {
  readonly topology: Topology;

  /** Ports that the second one publishes. */
  readonly published: readonly StandIn[];
}

const FIRST_PORT = 20_001;

/**
 * The two as they are, with nobody else around: what becomes of a connection depends on nothing else,
 * as long as no other container has the same port.
 */
export function miniatureOf(model: Model, ends: readonly End[], target: End): Miniature {
  const published = standIns(model, target);
  const containers = ends.flatMap((end) => {
    if (end.owner === undefined) return [];
    return [end === target ? asTarget(end.owner, published) : asSource(end.owner)];
  });
  const hosts = [...new Set(ends.map(({ host }) => host))];
  return {
    published,
    topology: {
      version: TOPOLOGY_VERSION,
      hosts: hosts.flatMap((id) => withoutServices(model.hosts.get(id))),
      networks: [...new Set(ends.flatMap(({ networks }) => networks))],
      volumes: [],
      containers,
      accepted: [],
    },
  };
}

function withoutServices(host: Host | undefined): Host[] {
  return host === undefined ? [] : [{ ...host, services: [] }];
}

/** One port for each kind; those of which only Terraform knows the address are left out. */
function standIns(model: Model, end: End): StandIn[] {
  const found = new Map<string, StandIn>();
  for (const { port, text, isKnown } of publishedKinds(model, end)) {
    if (!isKnown || found.has(text)) continue;
    const number = FIRST_PORT + found.size;
    found.set(text, { ...port, hostPort: number, containerPort: number });
  }
  return [...found.values()];
}

function asTarget(container: Container, publish: readonly StandIn[]): Container {
  const { expose, unknown } = container;
  return {
    ...container,
    publish,
    publishAll: false,
    listens: [
      ...publish.map(({ containerPort: port, protocol }) => ({ port, protocol })),
      ...expose,
    ],
    unknown: unknown.filter((path) => !path.startsWith('publish') && !path.startsWith('listens')),
  };
}

function asSource(container: Container): Container {
  return { ...container, publish: [], publishAll: false };
}
