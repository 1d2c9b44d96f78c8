import type { Family } from '../../ip/address';
import type { PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import { defaultBridgeModel } from '../../topology/default-bridge';
import { defaultBridgeId, type Network } from '../../topology/network';
import { defaultRouteOf } from '../default-route';
import { listenersOf } from '../exposure/listeners';
import { perModel, type Model } from '../model';
import { publishAddress } from '../publishing';
import { networkOwner } from '../shared-networks';
import { compareText } from '../text';
import { machineOf, type Machine } from './machine';
import { segmentOf, type Segment } from './segment';
import type { Endpoint, Route, Stack, UserListeners } from './stack';
import type { World } from './worlds';

/** The facts of a world, each worked out once, when it is first asked for. */
export class Facts {
  readonly model: Model;
  private readonly machines = new Map<string, Machine>();
  private readonly segments = new Map<string, Segment>();
  private readonly stacks = new Map<Container, Stack | undefined>();

  constructor(world: World) {
    this.model = world.model;
    for (const host of this.model.topology.hosts) {
      const line = world.lines.get(host.id) ?? '29';
      this.machines.set(host.id, machineOf(this.model, host, line));
    }
  }

  /** The host's facts; nothing when it is not in the topology. */
  machine(host: string): Machine | undefined {
    return this.machines.get(host);
  }

  /** The network's facts, by any of its ids. */
  segment(id: string): Segment | undefined {
    const network = this.model.networks.get(id) ?? this.defaultBridge(id);
    if (network === undefined) return undefined;
    const known = this.segments.get(network.id);
    if (known !== undefined) return known;
    const machine = this.machine(network.host);
    if (machine === undefined) return undefined;
    const segment = segmentOf(network, machine);
    this.segments.set(network.id, segment);
    return segment;
  }

  /** Every engine has a default bridge, whether somebody is on it or not. */
  private defaultBridge(id: string): Network | undefined {
    const host = this.model.topology.hosts.find((one) => defaultBridgeId(one.id) === id);
    return host === undefined ? undefined : defaultBridgeModel(host.id);
  }

  /** The container whose network stack it is in: itself, or the one at the end of `container:` modes. */
  owner(container: Container): Container | undefined {
    return networkOwner(this.model, container);
  }

  /** The network stack that the container is in; nothing in host or none mode, or where it is not known. */
  stack(container: Container): Stack | undefined {
    const owner = this.owner(container);
    if (owner?.mode !== 'networks') return undefined;
    if (this.stacks.has(owner)) return this.stacks.get(owner);
    const stack = this.makeStack(owner);
    this.stacks.set(owner, stack);
    return stack;
  }

  private makeStack(owner: Container): Stack | undefined {
    const machine = this.machine(owner.host);
    if (machine === undefined) return undefined;
    const endpoints: Endpoint[] = [];
    const users = [owner, ...(sharersOf(this.model).get(owner.id) ?? [])];
    const stack: Stack = {
      machine,
      owner,
      users,
      endpoints,
      isComplete: owner.attachments.every(({ network }) => this.model.networks.has(network)),
      route: this.routesOf(owner),
      published: publishedBy(this.model, owner),
      listeners: users.map((user) => listening(this.model, user)),
    };
    for (const attachment of owner.attachments) {
      const segment = this.segment(attachment.network);
      if (segment !== undefined) endpoints.push({ stack, segment, attachment });
    }
    if (endpoints.length > 1) endpoints.sort(this.byNames(stack));
    return stack;
  }

  private routesOf(owner: Container): Record<Family, Route> {
    const found = defaultRouteOf(this.model, owner);
    const route = typeof found === 'string' ? found : (this.segment(found.id) ?? 'unknown');
    return { 4: routeOf(route, 4), 6: routeOf(route, 6) };
  }

  /** The default route first, internal networks last, then IPv6 before none and the smallest name. */
  private byNames({ route }: Stack): (a: Endpoint, b: Endpoint) => number {
    const rank = ({ segment }: Endpoint): number => {
      if (segment === route[4]) return 0;
      return (segment.isInternal ? 4 : 2) - Number(segment.hasFamily[6]);
    };
    const name = ({ segment: { network } }: Endpoint): string => network.name ?? network.id;
    return (a, b) => rank(a) - rank(b) || compareText(name(a), name(b));
  }
}

/** A network without the family gives no route for it. */
function routeOf(route: Route, family: Family): Route {
  return typeof route === 'string' || route.hasFamily[family] ? route : 'none';
}

function publishedBy(model: Model, owner: Container): readonly PublishedPort[] {
  const unsaid = owner.publish.length === 0 ? undefined : publishAddress(model, owner);
  if (unsaid === undefined) return owner.publish;
  return owner.publish.map((port) => ({ ...port, hostIp: port.hostIp ?? unsaid }));
}

/** What the container is known to answer on. */
export function listening(model: Model, user: Container): UserListeners {
  return { user, listeners: listenersOf(model, user) };
}

/** Containers that share another one's network stack, by that one's id. */
const sharersOf = perModel((model: Model): ReadonlyMap<string, readonly Container[]> => {
  const byOwner = new Map<string, Container[]>();
  for (const container of model.topology.containers) {
    if (container.mode !== 'container') continue;
    const owner = networkOwner(model, container);
    if (owner === undefined) continue;
    const list = byOwner.get(owner.id);
    if (list === undefined) byOwner.set(owner.id, [container]);
    else list.push(container);
  }
  return new Map(
    [...byOwner].map(([id, list]) => [id, list.sort((a, b) => compareText(a.id, b.id))]),
  );
});
