import { tryParseAddress } from '../../ip/address';
import { contains, tryParseCidr } from '../../ip/cidr';
import type { Subnet } from '../../topology/network';
import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import { findBinding, isOfFamily, type Binding, type HostAddress } from './bindings';
import { after, callText, type Outcome } from './call';
import { deliver } from './deliver';
import { egress, fromNowhere, hasNoRoute, lanAddresses, publicOnly } from './egress';
import { ownSocket, type HostSockets } from './host-sockets';
import type { Machine } from './machine';
import { fromContainers, fromElsewhere, fromOwnHost } from './published';
import type { Segment } from './segment';
import type { Source } from './source';
import { endpointIn, wayOut, type Stack } from './stack';

/** A host with what is open on it. */
export interface HostTarget {
  readonly machine: Machine;
  readonly at: HostAddress;

  /** What is asked to be opened on the port. */
  readonly bindings: readonly Binding[];
  readonly sockets: HostSockets;
}

/** From whoever asks to an address of a host. */
export function toHostAddress(ask: Ask, target: HostTarget): Outcome {
  const { source } = ask;
  if (source.kind === 'unknown' || source.kind === 'nowhere') return fromNowhere(ask);
  if (source.kind === 'outside') return fromOutside(ask, target);
  if (source.kind === 'stack') {
    const isOwn = source.stack.machine === target.machine;
    return isOwn
      ? fromStack({ ...ask, source }, target)
      : fromOtherHost({ ...ask, source }, target);
  }
  const isOwn = source.machine === target.machine;
  if (source.kind === 'lan') return remote(ask, target, source.isRouted && isOwn);
  return isOwn ? fromItself(ask, target) : remote(ask, target, false);
}

function fromOutside(ask: Ask, target: HostTarget): Outcome {
  const { at, machine } = target;
  const known = at.address === undefined ? lanAddresses(machine.host) : undefined;
  return publicOnly(ask, machine.host.id, at, known) ?? remote(ask, target, false);
}

function fromStack(ask: Ask<Extract<Source, { kind: 'stack' }>>, target: HostTarget): Outcome {
  const { stack } = ask.source;
  const { at, machine } = target;
  const exit = exitTo(stack, at);
  if (typeof exit === 'string') return hasNoRoute(ask, exit, addressText(target));
  const { id } = exit.network;
  const route: Hop = { kind: 'route', at: id };
  if (exit.kind === 'lan') return after([route], fromLanChild(ask, target, exit));
  const barred = barredAt(ask, exit, at);
  if (barred !== undefined) return after([route], barred);
  const hops: Hop[] = [route, { kind: 'bridge', at: id }, { kind: 'host', at: machine.host.id }];
  const binding = findBinding(target.bindings, at);
  if (binding === undefined) return after(hops, noBinding(ask, target));
  return after(hops, fromContainers(ask, { exit, stack, at, machine }, binding));
}

/** What keeps a container from the host at all; nothing: nothing does. */
function barredAt(ask: Ask, exit: Segment, at: HostAddress): Outcome | undefined {
  const { id, driver } = exit.network;
  if (exit.kind !== 'bridge') {
    const detail = `ways through driver ${driver ?? ''}`;
    return stop(ask, 'DRIVER_UNMEASURED', { at: id, via: id, detail });
  }
  if (exit.doubt !== undefined) return stop(ask, 'VALUE_UNKNOWN', { at: id, detail: exit.doubt });
  const isolated = [at.segment, exit].find((one) => one?.mode[at.family] === 'isolated');
  if (isolated === undefined) return undefined;
  const via = isolated.network.id;
  return stop(ask, 'GATEWAY_MODE_ISOLATED', { at: via, via });
}

/** A gateway of its own is next door; everything else is behind the default route. */
function exitTo(stack: Stack, at: HostAddress): Segment | 'none' | 'unknown' {
  const { segment, family } = at;
  if (segment !== undefined && endpointIn(stack, segment) !== undefined) return segment;
  return onLanOf(stack, at) ?? wayOut(stack, family);
}

/** A macvlan or ipvlan network of the container whose block the address is in: it asks there. */
function onLanOf({ endpoints }: Stack, { address: text }: HostAddress): Segment | undefined {
  const address = text === undefined ? undefined : tryParseAddress(text);
  if (address === undefined) return undefined;
  const isIn = ({ cidr }: Subnet): boolean => {
    const block = cidr === undefined ? undefined : tryParseCidr(cidr);
    return block !== undefined && contains(block, address);
  };
  const lans = endpoints.filter(({ segment }) => segment.kind === 'lan');
  return lans.find(({ segment }) => segment.network.subnets.some(isIn))?.segment;
}

function fromLanChild(ask: Ask, { at }: HostTarget, { network }: Segment): Outcome {
  const { id } = network;
  if (at.kind === 'lan') return stop(ask, 'MACVLAN_PARENT', { at: id, via: id });
  const via = at.segment?.network.id ?? id;
  return stop(ask, 'NO_ROUTE_TO_CONTAINER', { at: via, via });
}

function fromItself(ask: Ask, target: HostTarget): Outcome {
  const { at } = target;
  if (at.segment?.mode[at.family] === 'isolated') {
    const { id } = at.segment.network;
    return stop(ask, 'GATEWAY_MODE_ISOLATED', { at: id, via: id });
  }
  const hops: Hop[] = [{ kind: 'loopback', at: addressText(target) }];
  const binding = findBinding(target.bindings, at);
  if (binding === undefined) return after(hops, noBinding(ask, target));
  return after(hops, fromOwnHost(ask, at, binding));
}

function fromOtherHost(ask: Ask<Extract<Source, { kind: 'stack' }>>, target: HostTarget): Outcome {
  const exit = wayOut(ask.source.stack, ask.call.family);
  if (typeof exit === 'string') return hasNoRoute(ask, exit, addressText(target));
  const { id, driver } = exit.network;
  const route: Hop = { kind: 'route', at: id };
  if (exit.kind === 'lan') return after([route], remote(ask, target, false));
  if (exit.kind !== 'bridge') {
    const detail = `ways out of driver ${driver ?? ''}`;
    return stop(ask, 'DRIVER_UNMEASURED', { at: id, via: id, detail }, [route]);
  }
  const hops: Hop[] = [
    route,
    { kind: 'bridge', at: id },
    { kind: 'masquerade', at: exit.machine.host.id },
    { kind: 'lan', at: exit.machine.host.id },
  ];
  const left = egress(ask, exit);
  return left === undefined ? after(hops, remote(ask, target, false)) : after([route], left);
}

/** From another machine to an address on the LAN, or by a route to a bridge's. */
function remote(ask: Ask, target: HostTarget, isRouted: boolean): Outcome {
  const { at, machine } = target;
  if (at.kind === 'gateway' && !isRouted) {
    const via = at.segment?.network.id ?? machine.host.id;
    return stop(ask, 'NO_ROUTE_TO_CONTAINER', { at: via, via });
  }
  const hops: Hop[] = [{ kind: 'host', at: machine.host.id }];
  const binding = findBinding(target.bindings, at);
  if (binding === undefined) return after(hops, noBinding(ask, target));
  return after(hops, fromElsewhere(ask, at, binding));
}

/** No published port takes the call: a program of the host does, or nobody. */
function noBinding(ask: Ask, target: HostTarget): Outcome {
  const { at, machine, bindings, sockets } = target;
  if (ask.call.protocol === 'icmp') return { hops: [] };
  const own = ownSocket(sockets, ask.call, at);
  if (own !== undefined)
    return deliver(ask, [own], { address: at.address, isLoopback: at.kind === 'loopback' }, []);
  const lost = whyNot(ask, target, bindings);
  if (lost !== undefined) return lost;
  const port = callText(ask.call);
  if (!sockets.areKnown) {
    const detail = `whether a program of host ${machine.host.id} answers on ${port}`;
    const via = `declare the services of host ${machine.host.id}`;
    return stop(ask, 'VALUE_UNKNOWN', { at: machine.host.id, detail, via });
  }
  return stop(ask, 'NOT_PUBLISHED', { at: machine.host.id });
}

/** Somebody asks to publish the port, but not here. */
function whyNot(ask: Ask, target: HostTarget, [binding]: readonly Binding[]): Outcome | undefined {
  if (binding === undefined) return undefined;
  const { discarded, segment, container } = binding;
  const to = container.id;
  const via = segment?.network.id ?? to;
  if (discarded === undefined) return elsewhere(ask, target, binding);
  if (discarded === 'routed') return stop(ask, 'GATEWAY_MODE_ROUTED', { at: via, to, via });
  if (discarded !== 'unknown') {
    return stop(ask, 'PUBLISH_DISCARDED', { at: to, to, detail: discarded.why });
  }
  return stop(ask, 'VALUE_UNKNOWN', { at: to, detail: `where ${to} publishes the port` });
}

function elsewhere(ask: Ask, { at }: HostTarget, { container, address = '' }: Binding): Outcome {
  const { id } = container;
  if (!isOfFamily(address, at.family)) {
    const detail = `IPv${String(at.family)}`;
    return stop(ask, 'FAMILY_NOT_PUBLISHED', { at: id, to: id, detail });
  }
  const detail = at.address ?? at.segment?.network.id ?? 'the other addresses of the host';
  return stop(ask, 'PUBLISHED_ON_OTHER_ADDRESS', { at: id, to: id, via: address, detail });
}

function addressText({ at, machine }: HostTarget): string {
  return at.address ?? at.segment?.network.id ?? machine.host.id;
}
