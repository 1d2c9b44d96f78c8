import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import { isEvery, isOfFamily, type Binding, type HostAddress } from './bindings';
import type { Call, Outcome } from './call';
import { deliver } from './deliver';
import { accepts, type Machine } from './machine';
import { lanNeighbour } from './reply-path';
import { arrivalHops, isKeptApart, isLinked } from './same-network';
import type { Segment } from './segment';
import { endpointIn, fixedAddress, type Endpoint, type Stack } from './stack';

/** How a container's call came to the host. */
export interface Exit {
  readonly exit: Segment;
  readonly stack: Stack;
  readonly at: HostAddress;
  readonly machine: Machine;
}

/** The other end of a published port. */
interface Door {
  readonly binding: Binding;
  readonly segment: Segment;
  readonly endpoint: Endpoint;
}

/** From a container to a port that one of the same host publishes. */
export function fromContainers(ask: Ask, from: Exit, binding: Binding): Outcome {
  const door = doorOf(binding);
  if (door === undefined) return lostDoor(ask, binding);
  if (!hasDnat(door, ask.call)) return byProxyFrom(ask, from, door);
  if (from.exit === door.segment) return hairpin(ask, from, door);
  return from.machine.rules.forwardsPublished
    ? acrossNew(ask, from, door)
    : acrossOld(ask, from, door);
}

/** A member of the target's own network: by the proxy, or out of the bridge and in again. */
function hairpin(ask: Ask, from: Exit, door: Door): Outcome {
  if (from.machine.hasProxy) return byProxyFrom(ask, from, door);
  const { id } = door.segment.network;
  const inside: Call = { ...ask.call, port: door.binding.port.containerPort };
  if (isKeptApart(door.segment, inside) && !isLinked(from.stack, door.endpoint, inside)) {
    return stop(ask, 'HAIRPIN_ICC_OFF', { at: id, via: id, to: door.binding.container.id }, [
      DNAT(door),
      { kind: 'icc', at: id },
    ]);
  }
  return byDnat(ask, door);
}

/** Another bridge, up to 28: past DNAT to the proxy, or into the isolation. */
function acrossOld(ask: Ask, from: Exit, door: Door): Outcome {
  const { exit, machine } = from;
  const isMasqueraded = exit.masquerades[ask.call.family];
  if (machine.hasProxy && isMasqueraded && !exit.isInternal) return byProxyFrom(ask, from, door);
  if (accepts(machine, exit.network.id, door.segment.network.id)) {
    return acceptedAcross(ask, from, door);
  }
  const hops: Hop[] = [DNAT(door), { kind: 'isolation', at: door.segment.network.id }];
  if (exit.isInternal) return fromInternal(ask, exit, door, hops);
  if (!isMasqueraded) return unmasqueraded(ask, exit, door, hops);
  const to = door.binding.container.id;
  return stop(ask, 'PROXY_OFF', { at: machine.host.id, to }, hops);
}

/** Another bridge, since 29: DNAT, and a rule that accepts published ports. */
function acrossNew(ask: Ask, from: Exit, door: Door): Outcome {
  const { exit, machine } = from;
  const hops: Hop[] = [DNAT(door), { kind: 'forward', at: machine.host.id }];
  if (accepts(machine, exit.network.id, door.segment.network.id)) {
    return acceptedAcross(ask, from, door);
  }
  if (exit.isInternal && !machine.isNftables) return fromInternal(ask, exit, door, hops);
  return acceptedAcross(ask, from, door);
}

function acceptedAcross(ask: Ask, { exit, machine }: Exit, door: Door): Outcome {
  const at = machine.host.id;
  const hops: Hop[] = [DNAT(door), { kind: 'forward', at }];
  if (!machine.forwards) return stop(ask, 'FORWARDING_OFF', { at }, hops);
  if (!exit.masquerades[ask.call.family] && dropsReplies(exit, ask.call)) {
    return unmasqueraded(ask, exit, door, hops);
  }
  return byDnat(ask, door, [{ kind: 'forward', at, note: 'accepted' }]);
}

/** The reply to a container's own address comes by another bridge. */
function dropsReplies({ machine, mode, isInternal }: Segment, { family }: Call): boolean {
  if (isInternal || mode[family] !== 'nat') return false;
  return machine.rules.dropsDirect && machine.host.daemon.allowDirectRouting !== true;
}

function fromInternal(ask: Ask, { network: { id } }: Segment, door: Door, hops: Hop[]): Outcome {
  const to = door.binding.container.id;
  return stop(ask, 'PUBLISHED_FROM_INTERNAL', { at: id, via: id, to }, hops);
}

function unmasqueraded(ask: Ask, { network: { id } }: Segment, door: Door, hops: Hop[]): Outcome {
  return stop(ask, 'NO_MASQUERADE', { at: id, via: id, to: door.binding.container.id }, hops);
}

/** From the host itself: the proxy at its loopback, DNAT at every other address. */
export function fromOwnHost(ask: Ask, at: HostAddress, binding: Binding): Outcome {
  const door = doorOf(binding);
  if (door === undefined) return lostDoor(ask, binding);
  const { machine } = door.segment;
  if (!hasDnat(door, ask.call)) return byProxy(ask, door);
  if (at.kind !== 'loopback') {
    const reached = byDnat(ask, door);
    if (at.kind === 'lan') return lanNeighbour(ask, door.endpoint) ?? reached;
    return reached.code === undefined ? (lostToGateway(ask, at, door) ?? reached) : reached;
  }
  if (machine.hasProxy) return byProxy(ask, door);
  const to = binding.container.id;
  if (at.family === 6) return stop(ask, 'PROXY_OFF', { at: machine.host.id, to });
  return byDnat(ask, door);
}

/**
 * The host asks with the address that it asks for, where nothing masquerades it; one that has this network,
 * too, answers UDP by it, and from the address that it has there.
 */
function lostToGateway(ask: Ask, { segment }: HostAddress, door: Door): Outcome | undefined {
  if (ask.call.protocol !== 'udp' || segment === undefined || segment === door.segment) {
    return undefined;
  }
  if (!segment.isInternal && segment.masquerades[ask.call.family]) return undefined;
  if (endpointIn(door.endpoint.stack, segment) === undefined) return undefined;
  const { id } = segment.network;
  const detail = ', from the address that it has there';
  return stop(ask, 'REPLY_LEAVES_ELSEWHERE', { at: id, via: id, detail }, [
    DNAT(door),
    { kind: 'reply', at: id },
  ]);
}

/** From another machine. */
export function fromElsewhere(ask: Ask, from: HostAddress, binding: Binding): Outcome {
  const door = doorOf(binding);
  if (door === undefined) return lostDoor(ask, binding);
  if (!hasDnat(door, ask.call)) {
    return isNearLan(from, door) ? byProxy(ask, door) : fromAfar(ask, from, door);
  }
  const { machine } = door.segment;
  const at = machine.host.id;
  if (!machine.forwards) return stop(ask, 'FORWARDING_OFF', { at }, [DNAT(door)]);
  const lost = lanNeighbour(ask, door.endpoint);
  return lost ?? byDnat(ask, door, [{ kind: 'forward', at, note: 'published' }]);
}

function doorOf(binding: Binding): Door | undefined {
  const { stack, segment } = binding;
  if (stack === undefined || segment === undefined) return undefined;
  const endpoint = endpointIn(stack, segment);
  return endpoint === undefined ? undefined : { binding, segment, endpoint };
}

function lostDoor(ask: Ask, { container: { id } }: Binding): Outcome {
  return stop(ask, 'VALUE_UNKNOWN', { at: id, detail: `where ${id} publishes the port` });
}

/** Whether the kernel passes connections on, so that no program of the host takes them. */
function hasDnat({ segment }: Door, { family }: Call): boolean {
  return segment.machine.hasFirewall[family] && segment.hasFamily[family];
}

/** A container is answered from the gateway of the network that it came by. */
function byProxyFrom(ask: Ask, { exit, at }: Exit, door: Door): Outcome {
  return at.segment === exit ? byProxy(ask, door) : fromAfar(ask, at, door);
}

/**
 * Until 28 the proxy answers UDP from the address that is nearest to whoever asks, unless the port is
 * published on one address alone.
 */
function fromAfar(ask: Ask, at: HostAddress, door: Door): Outcome {
  const { machine } = door.segment;
  const isOnOne = door.binding.address !== undefined && !isEvery(door.binding.address, at.family);
  const isMixedUp = ask.call.protocol === 'udp' && machine.rules.mixesUpUdp && machine.hasProxy;
  if (!isMixedUp || isOnOne) return byProxy(ask, door);
  const { id } = machine.host;
  const via = at.address ?? at.segment?.network.id ?? `the address of host ${id}`;
  const hops: Hop[] = [
    { kind: 'proxy', at: id },
    { kind: 'reply', at: id },
  ];
  return stop(ask, 'UDP_PROXY_ADDRESS', { at: id, via }, hops);
}

/** Whether a neighbour is answered from this address: the host's first on its interface. */
function isNearLan(at: HostAddress, { segment }: Door): boolean {
  if (at.kind !== 'lan') return false;
  const firsts = segment.machine.host.interfaces.flatMap(({ addresses }) =>
    addresses.filter((text) => isOfFamily(text, at.family)).slice(0, 1),
  );
  const known = firsts.map((text) => text.split('/', 1)[0]);
  return at.address === undefined || known.length === 0 || known.includes(at.address);
}

function byProxy(ask: Ask, door: Door): Outcome {
  const { segment, binding } = door;
  const { host, hasProxy } = segment.machine;
  if (hasProxy) return into(ask, door, [{ kind: 'proxy', at: host.id }]);
  const to = binding.container.id;
  if (segment.hasFamily[ask.call.family]) return stop(ask, 'PROXY_OFF', { at: host.id, to });
  const detail = `IPv${String(ask.call.family)}, which ${segment.network.id} has not, without the proxy`;
  return stop(ask, 'FAMILY_NOT_PUBLISHED', { at: to, to, detail });
}

function byDnat(ask: Ask, door: Door, hops: readonly Hop[] = []): Outcome {
  return into(ask, door, [DNAT(door), ...hops]);
}

function DNAT({ binding: { port, container } }: Door): Hop {
  return { kind: 'dnat', at: `${container.id}:${String(port.containerPort)}` };
}

/** Inside, the port is the container's; IPv4 where the proxy had to change the family. */
function into(ask: Ask, { binding, segment, endpoint }: Door, hops: readonly Hop[]): Outcome {
  const { call } = ask;
  const family = segment.hasFamily[call.family] ? call.family : 4;
  const inside = {
    ...ask,
    to: binding.container.id,
    call: { ...call, family, port: binding.port.containerPort },
  };
  const arrival = { address: fixedAddress(endpoint, family), isLoopback: false };
  const way: Hop[] = [
    ...hops,
    { kind: 'bridge', at: segment.network.id },
    ...arrivalHops(endpoint),
  ];
  return deliver(inside, endpoint.stack.listeners, arrival, way);
}
