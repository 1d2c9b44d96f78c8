import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import type { Call, Outcome } from './call';
import { deliver } from './deliver';
import { accepts } from './machine';
import type { Segment } from './segment';
import type { Source } from './source';
import { fixedAddress, type Endpoint, type Stack } from './stack';

type StackAsk = Ask<Extract<Source, { kind: 'stack' }>>;

/** From a member of a network to another member's address in it. */
export function overNetwork(ask: StackAsk, target: Endpoint): Outcome {
  const { segment } = target;
  const { id } = segment.network;
  const bridge: Hop = { kind: hopKind(segment), at: id };
  const hops: Hop[] = [{ kind: 'veth', at: id }, bridge];
  const { stack } = ask.source;
  const family = ask.call.family;
  if (segment.doubt !== undefined) {
    return stop(ask, 'VALUE_UNKNOWN', { at: id, detail: segment.doubt }, hops);
  }
  if (isUnmeasured(segment, stack, target)) {
    const detail = `driver ${segment.network.driver ?? ''} between ${ask.source.label} and ${ask.to}`;
    return stop(ask, 'DRIVER_UNMEASURED', { at: id, via: id, detail }, hops);
  }
  if (isCut(segment, ask.call)) {
    const detail = `: the IPv6 rules of engine 20.10 drop what finds neighbours in internal ${id}`;
    return stop(ask, 'NO_IPV6', { at: id, via: id, detail }, hops);
  }
  if (isKeptApart(segment, ask.call) && !isLinked(stack, target, ask.call)) {
    return stop(ask, 'ICC_OFF', { at: id, via: id }, [...hops, { kind: 'icc', at: id }]);
  }
  const arrival = { address: fixedAddress(target, family), isLoopback: false };
  return deliver(ask, target.stack.listeners, arrival, [...hops, ...arrivalHops(target)]);
}

/** The last steps into a container. */
export function arrivalHops({ segment, stack }: Endpoint): Hop[] {
  return [
    { kind: 'veth', at: segment.network.id },
    { kind: 'container', at: stack.owner.id },
  ];
}

/** What carries the packets of the network. */
export function hopKind({ kind, network }: Segment): Hop['kind'] {
  if (kind === 'bridge') return 'bridge';
  return network.driver === 'overlay' ? 'overlay' : 'macvlan';
}

/** Members of one network on one host reach each other whatever its driver is, where Docker made it. */
function isUnmeasured({ kind, network }: Segment, source: Stack, { stack }: Endpoint): boolean {
  if (source.machine !== stack.machine) return true;
  if (kind !== 'other') return false;
  return network.driver !== 'ipvlan' && network.driver !== 'overlay';
}

function isCut({ kind, isInternal, machine }: Segment, { family }: Call): boolean {
  if (kind !== 'bridge' || family === 4) return false;
  return isInternal && machine.rules.cutsInternalIpv6 && machine.hasFirewall[6];
}

/** Whether the rules drop what passes between members; a rule of the user's goes before. */
export function isKeptApart(segment: Segment, { family }: Pick<Call, 'family'>): boolean {
  const { kind, hasIcc, machine, network } = segment;
  if (kind !== 'bridge' || hasIcc || !machine.hasFirewall[family]) return false;
  return !accepts(machine, network.id, network.id);
}

/** On the default bridge a link opens the ports that its peer exposes or publishes. */
export function isLinked(source: Stack, { stack, segment }: Endpoint, call: Call): boolean {
  if (!segment.isDefault || call.protocol === 'icmp') return false;
  const { owner } = stack;
  if (!source.owner.links.some(({ container }) => container === owner.id)) return false;
  return (
    owner.expose.some(({ port, protocol }) => port === call.port && protocol === call.protocol) ||
    owner.publish.some(
      ({ containerPort, protocol }) => containerPort === call.port && protocol === call.protocol,
    )
  );
}
