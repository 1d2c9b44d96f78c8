import type { Family } from '../../ip/address';
import type { Protocol, PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import { isUnknown } from '../model';
import { publishAddress, whyDiscarded } from '../publishing';
import type { Facts } from './facts';
import { isLoopbackAddress } from './listening-on';
import type { Segment } from './segment';
import type { Stack } from './stack';

/** A port that a container asks to open on its host. */
export interface Binding {
  readonly container: Container;

  /** Absent: the container is in host or none mode. */
  readonly stack: Stack | undefined;
  readonly port: PublishedPort;

  /** Host address it is bound to; absent: every address of both families. */
  readonly address: string | undefined;

  /** Network that it is opened for: that of the default route. */
  readonly segment: Segment | undefined;

  /** Why the engine opens nothing; absent: it does. */
  readonly discarded: 'routed' | 'unknown' | { readonly why: string } | undefined;
}

/** An address of the host that somebody connects to. */
export interface HostAddress {
  readonly kind: 'gateway' | 'lan' | 'loopback';
  readonly family: Family;

  /** Bridge whose gateway it is. */
  readonly segment?: Segment;

  /** Absent: one that is not known. */
  readonly address?: string;
}

/** Ports asked to be opened, by the id of the host, the port of the host and the protocol. */
export class Bindings {
  private readonly byPort = new Map<string, Binding[]>();
  private readonly byContainer = new Map<string, Binding[]>();

  constructor(facts: Facts) {
    for (const container of facts.model.topology.containers) {
      if (container.publish.length === 0 || container.mode === 'container') continue;
      const bindings = bindingsOf(facts, container);
      this.byContainer.set(container.id, bindings);
      for (const binding of bindings) this.add(binding);
    }
  }

  private add(binding: Binding): void {
    const { hostPort, protocol } = binding.port;
    if (hostPort === undefined) return;
    const key = keyOf(binding.container.host, hostPort, protocol);
    const list = this.byPort.get(key);
    if (list === undefined) this.byPort.set(key, [binding]);
    else list.push(binding);
  }

  /** What is asked to be opened on the port of the host. */
  at(host: string, port: number | undefined, protocol: Protocol | 'icmp'): readonly Binding[] {
    if (port === undefined || protocol === 'icmp') return NONE;
    return this.byPort.get(keyOf(host, port, protocol)) ?? NONE;
  }

  /** What the container asks to open. */
  of(container: string): readonly Binding[] {
    return this.byContainer.get(container) ?? NONE;
  }
}

const NONE: readonly Binding[] = [];

function keyOf(host: string, port: number, protocol: Protocol): string {
  return `${host} ${String(port)}/${protocol}`;
}

function bindingsOf(facts: Facts, container: Container): Binding[] {
  const stack = facts.stack(container);
  const route = stack?.route[4] === 'none' ? stack.route[6] : stack?.route[4];
  const segment = typeof route === 'string' ? undefined : route;
  const unsaid = publishAddress(facts.model, container);
  const discarded = discardedIn(facts, container, stack, segment);
  return container.publish.map((port, index) => {
    const isOpen = isUnknown(container, `publish/${String(index)}/hostIp`);
    return {
      container,
      stack,
      port,
      address: port.hostIp ?? unsaid,
      segment,
      discarded: discarded ?? (isOpen ? 'unknown' : undefined),
    };
  });
}

function discardedIn(
  { model }: Facts,
  container: Container,
  stack: Stack | undefined,
  segment: Segment | undefined,
): Binding['discarded'] {
  const why = whyDiscarded(model, container);
  if (why !== undefined) return { why };
  if (stack === undefined || segment === undefined) return 'unknown';
  return segment.mode[4] === 'routed' ? 'routed' : undefined;
}

/** The binding that takes a connection to the address: a specific one before one of every address. */
export function findBinding(bindings: readonly Binding[], at: HostAddress): Binding | undefined {
  const open = bindings.filter(({ discarded }) => discarded === undefined);
  return (
    open.find(({ address }) => address !== undefined && isBoundTo(address, at)) ??
    open.find(({ address }) => isEvery(address, at.family))
  );
}

function isBoundTo(address: string, at: HostAddress): boolean {
  if (at.address !== undefined) return address === at.address;
  if (at.kind === 'loopback') return isLoopbackAddress(address) && isOfFamily(address, at.family);
  return false;
}

/** Whether a binding takes every address of the family. */
export function isEvery(address: string | undefined, family: Family): boolean {
  return address === undefined || address === (family === 4 ? '0.0.0.0' : '::');
}

/** Whether the text is an address of the family. */
export function isOfFamily(address: string, family: Family): boolean {
  return address.includes(':') === (family === 6);
}
