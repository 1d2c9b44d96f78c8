import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import { after, type Outcome } from './call';
import { deliver } from './deliver';
import { egress, fromNowhere, hasNoRoute, publicOnly } from './egress';
import { forwardToAddress, openBy, type Entry } from './forwarding';
import { lanNeighbour } from './reply-path';
import { arrivalHops, hopKind, overNetwork } from './same-network';
import type { Segment } from './segment';
import type { Source } from './source';
import { endpointIn, fixedAddress, wayOut, type Endpoint } from './stack';

type StackSource = Extract<Source, { kind: 'stack' }>;

/** From whoever asks to the address that a container has in a network. */
export function toContainerAddress(ask: Ask, target: Endpoint): Outcome {
  const { source } = ask;
  switch (source.kind) {
    case 'unknown':
    case 'nowhere':
      return fromNowhere(ask);
    case 'stack':
      return fromStack({ ...ask, source }, target);
    case 'machine':
      return source.machine === target.segment.machine
        ? fromOwnHost(ask, target)
        : fromElsewhere(ask, target, false);
    case 'lan':
      return fromElsewhere(
        ask,
        target,
        source.isRouted && source.machine === target.segment.machine,
      );
    case 'outside':
      return fromElsewhere(ask, target, false);
  }
}

function fromStack(ask: Ask<StackSource>, target: Endpoint): Outcome {
  const { stack } = ask.source;
  const { family } = ask.call;
  const { segment } = target;
  if (stack === target.stack) {
    const arrival = { address: fixedAddress(target, family), isLoopback: false };
    return deliver(ask, stack.listeners, arrival, [{ kind: 'loopback', at: stack.owner.id }]);
  }
  if (endpointIn(stack, segment) !== undefined) return overNetwork(ask, target);
  const exit = wayOut(stack, family);
  if (typeof exit === 'string') return hasNoRoute(ask, exit, segment.network.id);
  const hops: Hop[] = [
    { kind: 'route', at: exit.network.id },
    { kind: hopKind(exit), at: exit.network.id },
  ];
  return after(hops, throughHost(ask, exit, target));
}

function throughHost(ask: Ask<StackSource>, exit: Segment, target: Endpoint): Outcome {
  const { segment } = target;
  const unmeasured = [exit, segment].find(({ kind }) => kind === 'other' || kind === 'alone');
  if (unmeasured !== undefined) return driverUnmeasured(ask, unmeasured);
  if (exit.doubt !== undefined) {
    return stop(ask, 'VALUE_UNKNOWN', { at: exit.network.id, detail: exit.doubt });
  }
  if (ask.source.stack.machine !== segment.machine) {
    const left = exit.kind === 'lan' ? undefined : egress(ask, exit);
    return left ?? fromElsewhere(ask, target, false);
  }
  if (exit.kind === 'lan') {
    return segment.kind === 'lan' ? driverUnmeasured(ask, exit) : noRouteTo(ask, target);
  }
  if (segment.kind === 'lan') return behindParent(ask, target);
  return forward(ask, exit, target);
}

function driverUnmeasured(ask: Ask, { network }: Segment): Outcome {
  const { id, driver } = network;
  const detail = `ways through driver ${driver ?? ''}`;
  return stop(ask, 'DRIVER_UNMEASURED', { at: id, via: id, detail });
}

function forward(ask: Ask, entry: Entry, target: Endpoint): Outcome {
  const dropped = forwardToAddress(ask, entry, target);
  if (dropped !== undefined) return dropped;
  const { host } = target.segment.machine;
  const passed: Hop[] = [
    { kind: 'forward', at: host.id, note: 'accepted' },
    { kind: 'bridge', at: target.segment.network.id },
  ];
  return arrive(ask, target, passed);
}

function arrive(ask: Ask, target: Endpoint, hops: readonly Hop[]): Outcome {
  const arrival = { address: fixedAddress(target, ask.call.family), isLoopback: false };
  return deliver(ask, target.stack.listeners, arrival, [...hops, ...arrivalHops(target)]);
}

/** The host has an interface in every bridge of its own. */
function fromOwnHost(ask: Ask, target: Endpoint): Outcome {
  const { segment } = target;
  const { id } = segment.network;
  if (segment.kind === 'lan') return behindParent(ask, target);
  if (segment.doubt !== undefined) {
    return stop(ask, 'VALUE_UNKNOWN', { at: id, detail: segment.doubt });
  }
  if (segment.kind !== 'bridge') return driverUnmeasured(ask, segment);
  if (isIsolated(ask, segment)) return stop(ask, 'GATEWAY_MODE_ISOLATED', { at: id, via: id });
  return arrive(ask, target, [{ kind: 'bridge', at: id }]);
}

/** Whether the host has no address in the network. */
function isIsolated({ call }: Ask, { mode }: Segment): boolean {
  return mode[call.family] === 'isolated';
}

function behindParent(ask: Ask, { segment }: Endpoint): Outcome {
  const { id } = segment.network;
  return stop(ask, 'MACVLAN_PARENT', { at: id, via: id }, [{ kind: 'macvlan', at: id }]);
}

function noRouteTo(ask: Ask, target: Endpoint): Outcome {
  const { id } = target.segment.network;
  return stop(ask, 'NO_ROUTE_TO_CONTAINER', { at: id, via: id, ...openBy(target, ask.call) });
}

/** From another machine: a neighbour, one behind routers, or another host and what leaves it. */
function fromElsewhere(ask: Ask, target: Endpoint, isRouted: boolean): Outcome {
  const { segment } = target;
  const { id } = segment.network;
  if (segment.kind === 'lan') {
    const address = fixedAddress(target, ask.call.family);
    const known = address === undefined ? {} : { address };
    return ask.source.kind === 'outside'
      ? (publicOnly(ask, ask.to, { family: ask.call.family, ...known }) ?? onLan(ask, target))
      : onLan(ask, target);
  }
  if (segment.kind !== 'bridge') return driverUnmeasured(ask, segment);
  if (!isRouted) return noRouteTo(ask, target);
  const lost = ask.call.protocol === 'udp' ? lanNeighbour(ask, target) : undefined;
  const onward = lost ?? forward(ask, 'lan', target);
  return after(
    [
      { kind: 'host', at: segment.machine.host.id },
      { kind: 'route', at: id },
    ],
    onward,
  );
}

function onLan(ask: Ask, target: Endpoint): Outcome {
  return arrive(ask, target, [{ kind: 'macvlan', at: target.segment.network.id }]);
}
