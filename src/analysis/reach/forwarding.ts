import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import { isOfFamily } from './bindings';
import type { Call, Outcome } from './call';
import { answererOf, isLoopbackAddress } from './listening-on';
import { accepts } from './machine';
import type { Segment } from './segment';
import { endpointIn, fixedAddress, wayOut, type Endpoint, type Stack } from './stack';

/** Where packets come into the host: a network's bridge, or the LAN's interface. */
export type Entry = Segment | 'lan';

/**
 * Whether the host passes a connection on to a container's address in one of its bridges: direct access,
 * the user's rules, isolation, published ports, in the order of the kernel's chains. Nothing: it passes.
 */
export function forwardToAddress(ask: Ask, entry: Entry, target: Endpoint): Outcome | undefined {
  const { segment } = target;
  const { machine, network } = segment;
  const at = machine.host.id;
  if (!machine.forwards) return stop(ask, 'FORWARDING_OFF', { at }, [forwardHop(at)]);
  if (segment.doubt !== undefined) {
    return stop(ask, 'VALUE_UNKNOWN', { at: network.id, detail: segment.doubt });
  }
  if (!machine.hasFirewall[ask.call.family]) return withoutRules(ask, target);
  return byRules(ask, entry, target) ?? lostReply(ask, entry, target);
}

/** Nothing is dropped; but since 26 members of an internal network have no route to answer by. */
function withoutRules(ask: Ask, target: Endpoint): Outcome | undefined {
  const { isInternal, machine, network } = target.segment;
  const { id } = network;
  const isAnswered =
    machine.rules.routesInternal && wayOut(target.stack, ask.call.family) !== 'none';
  if (!isInternal || isAnswered) return wrongSource(ask, target);
  return stop(ask, 'INTERNAL_NETWORK', { at: id, via: id }, [{ kind: 'reply', at: id }]);
}

/**
 * A program that takes UDP at every address answers from that of the network by which the reply leaves;
 * whoever asked another one does not know it. Nothing: the reply has the right source.
 */
function wrongSource(ask: Ask, target: Endpoint): Outcome | undefined {
  const { stack, segment } = target;
  const { family, protocol } = ask.call;
  const route = sharedWith(ask, stack) ?? wayOut(stack, family);
  if (protocol !== 'udp' || typeof route === 'string' || route === segment) return undefined;
  const arrival = { address: fixedAddress(target, family), isLoopback: false };
  if (answererOf(stack.listeners, ask.call, arrival) === 'closed') return undefined;
  const via = route.network.id;
  const detail = ', from the address that it has there';
  return stop(ask, 'REPLY_LEAVES_ELSEWHERE', { at: via, via, detail }, [
    { kind: 'reply', at: via },
  ]);
}

/** The network that whoever asks comes by with an address of its own, where the other one is in it, too. */
function sharedWith({ source, call }: Ask, stack: Stack): Segment | undefined {
  if (source.kind !== 'stack') return undefined;
  const exit = wayOut(source.stack, call.family);
  if (typeof exit === 'string' || isMasqueraded(exit, call)) return undefined;
  return endpointIn(stack, exit)?.segment;
}

/** Without rules of the engine nobody is. */
function isMasqueraded({ machine, masquerades }: Segment, { family }: Call): boolean {
  return machine.hasFirewall[family] && masquerades[family];
}

function byRules(ask: Ask, entry: Entry, target: Endpoint): Outcome | undefined {
  const { segment } = target;
  const { machine, network } = segment;
  const { family } = ask.call;
  const isAccepted = accepts(machine, entryId(entry), network.id);
  if (segment.mode[family] === 'unmeasured') {
    const detail = `gateway mode ${network.options['com.docker.network.bridge.gateway_mode_ipv6'] ?? ''}`;
    return stop(ask, 'DRIVER_UNMEASURED', { at: network.id, via: network.id, detail });
  }
  if (dropsDirect(segment, entry, family)) return directDrop(ask, entry, target, isAccepted);
  return isAccepted ? undefined : byEngineRules(ask, entry, target);
}

/** The rule of engines 28 and later that comes before all others. */
function dropsDirect(segment: Segment, entry: Entry, family: Call['family']): boolean {
  const { machine, isInternal, mode } = segment;
  if (!machine.rules.dropsDirect || isInternal || mode[family] !== 'nat') return false;
  return machine.host.daemon.allowDirectRouting !== true && !isTrusted(segment, entry);
}

/** Whether the network lets the interface come to its addresses. */
function isTrusted({ trusted, machine }: Segment, entry: Entry): boolean {
  if (entry !== 'lan') return entry.bridgeName !== undefined && trusted.includes(entry.bridgeName);
  return machine.host.interfaces.some(({ name }) => trusted.includes(name));
}

function directDrop(ask: Ask, entry: Entry, target: Endpoint, isAccepted: boolean): Outcome {
  const via = target.segment.network.id;
  const hops: Hop[] = [{ kind: 'raw', at: via, note: 'direct access is dropped' }];
  const open = openBy(target, ask.call);
  if (entry !== 'lan' && !isAccepted)
    return stop(ask, 'NO_SHARED_NETWORK', { at: via, via, ...open }, hops);
  const detail = isAccepted ? ', before the forward rule that accepts it' : '';
  return stop(ask, 'DIRECT_ACCESS_DROPPED', { at: via, via, detail, ...open }, hops);
}

function byEngineRules(ask: Ask, entry: Entry, target: Endpoint): Outcome | undefined {
  const { segment } = target;
  const via = segment.network.id;
  const isolation: Hop = { kind: 'isolation', at: via };
  const open = openBy(target, ask.call);
  if (segment.isInternal) return stop(ask, 'INTERNAL_NETWORK', { at: via, via }, [isolation]);
  if (entry !== 'lan' && entry.isInternal) return fromInternal(ask, entry, target, isolation);
  if (entry !== 'lan' && isIsolated(segment, ask.call)) {
    return stop(ask, 'NO_SHARED_NETWORK', { at: via, via, ...open }, [isolation]);
  }
  if (isLetIn(target, ask.call)) return undefined;
  const code = entry === 'lan' ? 'DIRECT_ACCESS_DROPPED' : 'NO_SHARED_NETWORK';
  return stop(ask, code, { at: via, via, ...open }, [forwardHop(via)]);
}

function fromInternal(ask: Ask, entry: Segment, target: Endpoint, hop: Hop): Outcome {
  const { id } = entry.network;
  const way = `connect ${ask.source.label} to ${target.segment.network.id}`;
  return stop(ask, 'INTERNAL_NETWORK', { at: id, via: id, way }, [hop]);
}

function isIsolated({ machine, mode }: Segment, { family }: Call): boolean {
  return machine.rules.isolatesBridges && mode[family] !== 'routed';
}

/** What the engine accepts from other interfaces: published ports, or what the gateway mode opens. */
function isLetIn(target: Endpoint, call: Call): boolean {
  const mode = target.segment.mode[call.family];
  if (mode === 'nat-unprotected') return true;
  if (mode === 'routed' && call.protocol === 'icmp') return true;
  return isPublished(target, call);
}

/** Whether the port is published at this address, wherever on the host: where the default route is. */
function isPublished({ stack, segment }: Endpoint, call: Call): boolean {
  if (stack.route[call.family] !== segment) return false;
  return stack.published.some(
    ({ containerPort, protocol, hostIp }) =>
      containerPort === call.port &&
      protocol === call.protocol &&
      (hostIp === undefined || isOfFamily(hostIp, call.family)),
  );
}

/** The port that it publishes already, to be named in what opens a way. */
export function openBy({ stack, segment }: Endpoint, call: Call): { readonly way?: string } {
  const { owner, machine } = stack;
  const open = owner.publish.find(
    ({ containerPort, protocol, hostPort, hostIp = '' }) =>
      containerPort === call.port &&
      protocol === call.protocol &&
      hostPort !== undefined &&
      !isLoopbackAddress(hostIp),
  );
  if (open === undefined || typeof stack.route[4] === 'string' || segment.isInternal) return {};
  const port = `${String(open.hostPort)}/${open.protocol}`;
  return { way: `ask for its published port ${port} at an address of host ${machine.host.id}` };
}

/** Whether the reply is lost: it goes to whoever the target saw asking, by the target's own routes. */
function lostReply(ask: Ask, entry: Entry, target: Endpoint): Outcome | undefined {
  const { family } = ask.call;
  if (entry !== 'lan' && entry.masquerades[family]) return undefined; // it saw its own gateway
  const { segment, stack } = target;
  if (entry !== 'lan' && dropsDirect(entry, segment, family)) {
    const at = entry.network.id;
    return stop(ask, 'NO_MASQUERADE', { at, via: at }, [{ kind: 'reply', at, note: 'dropped' }]);
  }
  const route = wayOut(stack, family);
  if (route === segment) return undefined;
  if (entry === 'lan' && route !== 'none') return wrongSource(ask, target);
  const via = typeof route === 'string' ? segment.network.id : route.network.id;
  const code = route === 'none' ? 'INTERNAL_NETWORK' : 'REPLY_LEAVES_ELSEWHERE';
  return stop(ask, code, { at: via, via }, [{ kind: 'reply', at: via }]);
}

function entryId(entry: Entry): string | undefined {
  return entry === 'lan' ? undefined : entry.network.id;
}

/** The firewall's chain for what the host passes on. */
export function forwardHop(at: string): Hop {
  return { kind: 'forward', at };
}
