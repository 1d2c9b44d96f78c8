import { tryParseAddress } from '../../ip/address';
import { rangeKindOf } from '../../ip/ranges';
import type { Host } from '../../topology/host';
import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import type { HostAddress } from './bindings';
import { after, type Outcome } from './call';
import { forwardHop } from './forwarding';
import type { Segment } from './segment';
import type { Source } from './source';
import { wayOut, type Stack } from './stack';

type StackSource = Extract<Source, { kind: 'stack' }>;

/** From a container without network, or one of which too little is known. */
export function fromNowhere(ask: Ask): Outcome {
  const { source } = ask;
  if (source.kind !== 'unknown') return stop(ask, 'NO_NETWORK', { at: source.label });
  const via = 'add it to the topology';
  return stop(ask, 'VALUE_UNKNOWN', { at: source.label, detail: source.detail, via });
}

/** A container that has no default route for the family. */
export function hasNoRoute(ask: Ask<StackSource>, route: 'none' | 'unknown', to: string): Outcome {
  const { stack, label } = ask.source;
  if (route === 'unknown' || !stack.isComplete) {
    const detail = 'which of its networks has the default route';
    return stop(ask, 'VALUE_UNKNOWN', { at: label, detail });
  }
  if (stack.endpoints.length === 0) return stop(ask, 'NO_NETWORK', { at: label });
  const via = stack.endpoints.map(({ segment }) => segment.network.id).join(', ');
  if (ask.call.family === 6 && !isInternalOnly(stack)) {
    return stop(ask, 'NO_IPV6', { at: label, via }, [{ kind: 'route', at: to, note: 'none' }]);
  }
  return stop(ask, 'NO_ROUTE_FROM_INTERNAL', { at: via, via }, [
    { kind: 'route', at: to, note: 'none' },
  ]);
}

function isInternalOnly({ endpoints }: Stack): boolean {
  return endpoints.every(({ segment }) => segment.isInternal);
}

/** From a host's bridge to its LAN; nothing: it leaves, and the replies come back. */
export function egress(ask: Ask, exit: Segment, hasReturnRoute = false): Outcome | undefined {
  const { machine, network, isInternal, masquerades } = exit;
  const { family } = ask.call;
  const at = machine.host.id;
  if (isInternal) {
    const { id } = network;
    const way = `connect ${ask.source.label} to a network that is not internal`;
    return stop(ask, 'INTERNAL_NETWORK', { at: id, via: id, way }, [{ kind: 'isolation', at: id }]);
  }
  if (!machine.forwards) return stop(ask, 'FORWARDING_OFF', { at }, [forwardHop(at)]);
  if (masquerades[family]) return undefined;
  if (hasReturnRoute && !dropsReplies(exit, family)) return undefined;
  return stop(ask, 'NO_MASQUERADE', { at: network.id, via: network.id }, [
    { kind: 'reply', at: network.id },
  ]);
}

/** Since 28 what comes to a container's address from the LAN is dropped, replies included. */
function dropsReplies({ machine, mode }: Segment, family: 4 | 6): boolean {
  const { rules, host, hasFirewall } = machine;
  if (!rules.dropsDirect || !hasFirewall[family] || mode[family] !== 'nat') return false;
  return host.daemon.allowDirectRouting !== true;
}

/** From whoever asks to a machine that no host of the topology is: a neighbour on the LAN, or the outside. */
export function toOutside(ask: Ask, hasReturnRoute: boolean): Outcome {
  const { source } = ask;
  if (source.kind === 'unknown' || source.kind === 'nowhere') {
    return fromNowhere(ask);
  }
  if (source.kind !== 'stack') return { hops: [OUTSIDE] };
  const route = wayOut(source.stack, ask.call.family);
  if (typeof route === 'string') return hasNoRoute({ ...ask, source }, route, 'outside');
  return after([{ kind: 'route', at: route.network.id }], leave(ask, route, hasReturnRoute));
}

const OUTSIDE: Hop = { kind: 'outside', at: 'outside' };

function leave(ask: Ask, route: Segment, hasReturnRoute: boolean): Outcome {
  const { id, driver } = route.network;
  if (route.doubt !== undefined) {
    return stop(ask, 'VALUE_UNKNOWN', { at: id, detail: route.doubt });
  }
  if (route.kind === 'lan') return { hops: [{ kind: 'macvlan', at: id }, OUTSIDE] };
  if (route.kind !== 'bridge') {
    const detail = `ways out of driver ${driver ?? ''}`;
    return stop(ask, 'DRIVER_UNMEASURED', { at: id, via: id, detail });
  }
  const stoppedThere = egress(ask, route, hasReturnRoute);
  if (stoppedThere !== undefined) return stoppedThere;
  const { host } = route.machine;
  const left: Hop[] = [
    { kind: 'bridge', at: id },
    { kind: 'forward', at: host.id },
    { kind: 'masquerade', at: host.id },
  ];
  const passed = route.masquerades[ask.call.family] ? left : left.slice(0, 2);
  return { hops: [...passed, OUTSIDE] };
}

/** From behind routers, an address that is not public is reached only where they forward to it. */
export function publicOnly(
  ask: Ask,
  at: string,
  { address, family }: Pick<HostAddress, 'address' | 'family'>,
  addresses: readonly string[] = address === undefined ? [] : [address],
): Outcome | undefined {
  const isPublic = addresses.some((text) => {
    const known = tryParseAddress(text);
    return known?.family === family && rangeKindOf(known) === 'public';
  });
  if (isPublic) return undefined;
  const detail = `whether routers forward to ${address ?? ask.to}`;
  return stop(ask, 'VALUE_UNKNOWN', { at, detail, via: 'ask their administrator' });
}

/** Addresses of the host's interfaces. */
export function lanAddresses({ interfaces }: Host): string[] {
  return interfaces.flatMap(({ addresses }) =>
    addresses.map((text) => text.split('/', 1)[0] ?? text),
  );
}
