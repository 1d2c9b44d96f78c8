import { defined } from '../../defined';
import type { Answer, Hop } from './answer';
import { stop, type Ask } from './ask';
import type { Outcome } from './call';
import { toContainerAddress } from './container-address';
import { deliver } from './deliver';
import { toOutside } from './egress';
import { toHostAddress, type HostTarget } from './host-address';
import { findBinding } from './bindings';
import type { Arrival } from './listening-on';
import { listening } from './facts';
import { ownSocket } from './host-sockets';
import type { ReachIndex } from './index-of';
import type { Machine } from './machine';
import type { Place } from './place';
import type { Question } from './question';
import { reasonOf, verdictOf } from './reason-texts';
import { hostOf } from './resolve-address';
import { resolve } from './resolve';
import { sourceOf, type Source } from './source';
import type { Stack } from './stack';
import type { Target } from './target';

/** The answers to a question in one world. */
export function answersIn(index: ReachIndex, question: Question): Answer[] {
  const source = sourceOf(index.facts, question.from);
  return resolve(index, source, question.to).map((target) =>
    answerTo(index, source, question, target),
  );
}

/** What becomes of the connection to one of the addresses that a destination leads to. */
function answerTo(
  index: ReachIndex,
  source: Source,
  { from, to, port, protocol }: Question,
  target: Target,
): Answer {
  const family = target.kind === 'lost' ? 4 : target.family;
  const call = { family, protocol, port: protocol === 'icmp' ? undefined : port };
  const whom = whomOf(index, source, target, { from, call });
  const ask: Ask = { source, call, to: whom.label };
  const outcome = unmeasured(index, ask, whom.machine) ?? outcomeOf(index, ask, target, from);
  const place: Place | undefined =
    to.kind === 'container-address' ? { kind: 'container', id: to.container } : whom.place;
  return {
    from,
    ...defined({ to: place }),
    by: target.by,
    ...defined({ address: target.address, port: call.port }),
    ...(target.kind === 'lost' ? {} : { family }),
    protocol,
    ...judged(outcome),
    path: [...startOf(from, source), ...target.found, ...outcome.hops],
  };
}

function judged({ code, facts }: Outcome): Pick<Answer, 'verdict' | 'reason'> {
  if (code === undefined || facts === undefined) return { verdict: 'reaches' };
  return { verdict: verdictOf(code), reason: reasonOf(code, facts) };
}

function startOf(from: Place, { label }: Source): Hop[] {
  return [
    { kind: from.kind, at: from.kind === 'container' ? label : 'id' in from ? from.id : label },
  ];
}

/** Who is asked: for messages, and as the answer names it. */
interface Whom {
  readonly label: string;
  readonly place?: Place;
  readonly machine?: Machine;
}

function whomOf(
  index: ReachIndex,
  source: Source,
  target: Target,
  { from, call }: Pick<Question, 'from'> & Pick<Ask, 'call'>,
): Whom {
  switch (target.kind) {
    case 'endpoint': {
      const { stack } = target.endpoint;
      return {
        label: target.id,
        place: { kind: 'container', id: target.id },
        machine: stack.machine,
      };
    }
    case 'host':
      return behind(hostTarget(index, target, call), call);
    case 'self':
      if (source.kind === 'machine') {
        const at = { kind: 'loopback', family: call.family } as const;
        return behind(hostTarget(index, { machine: source.machine, at }, call), call);
      }
      return { label: source.label, place: from };
    case 'outside':
      return { label: target.address ?? 'the outside', place: { kind: 'outside' } };
    case 'lost':
      return { label: target.by.name ?? target.facts.at };
  }
}

/** Behind an address of a host is who has the port: a container that publishes it, or the host itself. */
function behind(target: HostTarget, call: Ask['call']): Whom {
  const { machine, at, bindings, sockets } = target;
  const binding = findBinding(bindings, at);
  const own = binding === undefined ? ownSocket(sockets, call, at) : undefined;
  const container = binding?.container ?? (own === undefined ? bindings[0]?.container : own.user);
  if (container !== undefined) {
    return { label: container.id, place: { kind: 'container', id: container.id }, machine };
  }
  const { id } = machine.host;
  return { label: `host ${id}`, place: { kind: 'host', id }, machine };
}

function hostTarget(
  index: ReachIndex,
  { machine, at }: Pick<HostTarget, 'machine' | 'at'>,
  { port, protocol }: Ask['call'],
): HostTarget {
  return {
    machine,
    at,
    bindings: index.bindings.at(machine.host.id, port, protocol),
    sockets: index.socketsOf(machine),
  };
}

function unmeasured(index: ReachIndex, ask: Ask, asked: Machine | undefined): Outcome | undefined {
  const own = index.facts.machine(hostOf(ask.source) ?? '');
  const machine = [own, asked].find((one) => one?.isMeasured === false);
  if (machine === undefined) return undefined;
  const { id, kind } = machine.host;
  return stop(ask, 'ENGINE_KIND_UNMEASURED', { at: id, detail: kind });
}

function outcomeOf(index: ReachIndex, ask: Ask, target: Target, from: Place): Outcome {
  switch (target.kind) {
    case 'endpoint':
      return toContainerAddress(ask, target.endpoint);
    case 'host':
      return toHostAddress(ask, hostTarget(index, target, ask.call));
    case 'self':
      return toItself(index, ask, from);
    case 'outside':
      return toOutside(ask, false);
    case 'lost':
      return stop(ask, target.code, target.facts);
  }
}

/** In a container without a network, which has its loopback alone. */
function toOwnLoopback(index: ReachIndex, ask: Ask, from: Place, arrival: Arrival): Outcome {
  const { source, call } = ask;
  const hops: Hop[] = [{ kind: 'loopback', at: call.family === 4 ? '127.0.0.1' : '::1' }];
  const container =
    from.kind === 'container' ? index.facts.model.containers.get(from.id) : undefined;
  const known = container === undefined ? [] : [listening(index.facts.model, container)];
  if (call.family === 6 && source.kind === 'nowhere' && !source.machine.rules.keepsIpv6Loopback) {
    return stop(ask, 'NO_NETWORK', { at: source.label }, hops);
  }
  if (known.length > 0) return deliver(ask, known, arrival, hops);
  const detail = `what answers on ${source.label}`;
  return stop(ask, 'VALUE_UNKNOWN', { at: source.label, detail, via: 'ask it there' }, hops);
}

/** Older engines switch IPv6 off, loopback and all, in a container that is in no network with it. */
function lacksLoopback(ask: Ask, { machine, owner, endpoints }: Stack): Outcome | undefined {
  if (ask.call.family === 4 || machine.rules.keepsIpv6Loopback) return undefined;
  if (endpoints.some(({ segment }) => segment.hasFamily[6])) return undefined;
  const via = endpoints.map(({ segment }) => segment.network.id).join(', ');
  return stop(ask, 'NO_IPV6', { at: owner.id, via }, [{ kind: 'loopback', at: '::1' }]);
}

function toItself(index: ReachIndex, ask: Ask, from: Place): Outcome {
  const { source, call } = ask;
  const { family } = call;
  const hops: Hop[] = [{ kind: 'loopback', at: family === 4 ? '127.0.0.1' : '::1' }];
  const arrival = { address: undefined, isLoopback: true };
  if (source.kind === 'stack') {
    return lacksLoopback(ask, source.stack) ?? deliver(ask, source.stack.listeners, arrival, hops);
  }
  if (source.kind === 'machine') {
    const at = { kind: 'loopback', family } as const;
    return toHostAddress(ask, hostTarget(index, { machine: source.machine, at }, call));
  }
  return toOwnLoopback(index, ask, from, arrival);
}
