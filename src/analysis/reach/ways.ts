import type { Container } from '../../topology/container';
import { defaultBridgeId } from '../../topology/network';
import { namesOf } from '../names';
import type { Answer } from './answer';
import { answersIn } from './answers';
import { isOfFamily, type Binding } from './bindings';
import { lacksPublishing, lostWay } from './unpublished';
import type { ReachIndex } from './index-of';
import { isLoopbackAddress } from './listening-on';
import type { Place } from './place';
import type { AnsweredPort, Destination } from './question';
import { ownerOf } from './resolve-name';
import { hostOf } from './resolve-address';
import { sourceOf, type Source } from './source';
import type { Stack } from './stack';
import { FAMILIES } from './target';

/** Every way to the place on the port, or by ping, in one world. */
export function waysIn(
  index: ReachIndex,
  from: Place,
  to: Place,
  port: AnsweredPort | undefined,
): Answer[] {
  const source = sourceOf(index.facts, from);
  const asking: Asking = { index, from, source, port };
  switch (to.kind) {
    case 'container':
      return toContainer(asking, to.id);
    case 'host':
      return toHost(asking, to.id);
    case 'lan':
    case 'outside':
      return ask(asking, outsideOf(source), port);
  }
}

/** By IPv6 where whoever asks has any. */
function outsideOf(source: Source): Destination[] {
  const isDual =
    source.kind !== 'stack' || source.stack.endpoints.some(({ segment }) => segment.hasFamily[6]);
  return FAMILIES.filter((family) => family === 4 || isDual).map((family) => {
    return { kind: 'outside', family };
  });
}

interface Asking {
  readonly index: ReachIndex;
  readonly from: Place;
  readonly source: Source;
  readonly port: AnsweredPort | undefined;
}

type Port = Partial<AnsweredPort>;

function ask(
  { index, from }: Asking,
  to: readonly Destination[],
  port: Port | undefined,
): Answer[] {
  return to.flatMap((one) => {
    const { port: number, protocol = 'icmp' } = port ?? {};
    const numbered = number === undefined ? {} : { port: number };
    return answersIn(index, { from, to: one, protocol, ...numbered });
  });
}

function toContainer(asking: Asking, id: string): Answer[] {
  const { index, port } = asking;
  const container = index.facts.model.containers.get(id);
  if (container === undefined) return [];
  const stack = index.facts.stack(container);
  const owner = index.facts.owner(container);
  if (stack === undefined) {
    return owner?.mode === 'host'
      ? inHostMode(asking, container)
      : [...itself(asking, container), ...toNowhere(asking, container, owner?.mode)];
  }
  return [
    ...itself(asking, container),
    ...byNames(asking, stack),
    ...ask(asking, addressesOf(stack), port),
    ...byPublished(asking, stack),
  ].map((answer) => named(answer, id));
}

/** As it is asked for: those in `container:` mode are at the addresses of another one. */
function named(answer: Answer, id: string): Answer {
  return answer.verdict === 'unresolved' ? answer : { ...answer, to: { kind: 'container', id } };
}

function addressesOf({ owner, endpoints }: Stack): Destination[] {
  return endpoints.flatMap(({ segment }) =>
    FAMILIES.filter((family) => segment.hasFamily[family]).map((family) => {
      const network = segment.network.id;
      return { kind: 'container-address', container: owner.id, network, family };
    }),
  );
}

/** A stack reaches itself at its loopback. */
function itself(asking: Asking, container: Container): Answer[] {
  const { index, from, port } = asking;
  if (from.kind !== 'container') return [];
  const own = index.facts.model.containers.get(from.id);
  const isSame = own !== undefined && index.facts.owner(own) === index.facts.owner(container);
  if (!isSame) return [];
  return ask(asking, [{ kind: 'loopback', family: 4 }], port);
}

/** A container that nobody but itself reaches. */
function toNowhere(
  { from, source, port }: Asking,
  { id }: Container,
  mode: Container['mode'] | undefined,
): Answer[] {
  if (from.kind === 'container' && from.id === id) return [];
  const code = mode === undefined ? 'VALUE_UNKNOWN' : 'NO_NETWORK';
  const detail = `the container whose network ${id} shares`;
  const facts = { at: id, from: id, to: source.label, detail };
  return [lostWay({ from, to: { kind: 'container', id }, port }, code, facts)];
}

/** By every name that it has anywhere, of which whoever asks finds some. */
function byNames(asking: Asking, stack: Stack): Answer[] {
  const { port, source } = asking;
  const names = [...new Set([...namesOfStack(asking, stack), ...ownNames(asking, stack)])];
  const answers = ask(
    asking,
    names.map((name) => ({ kind: 'name', name })),
    port,
  );
  const isIt = ({ to }: Answer): boolean => to?.kind === 'container' && to.id === stack.owner.id;
  const found = answers.filter(isIt);
  if (found.length > 0 || source.kind !== 'stack') return found;
  return answers.filter(({ to }) => to === undefined).slice(0, 1);
}

function namesOfStack({ index }: Asking, { owner, endpoints }: Stack): string[] {
  const names = [owner.name, owner.hostname];
  for (const { segment, attachment } of endpoints) {
    if (namesOf(index.facts.model).has(segment.network.id)) names.push(...attachment.aliases);
  }
  return names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]));
}

/** Names that whoever asks alone knows: links and extra hosts. */
function ownNames({ source }: Asking, { owner }: Stack): string[] {
  const asking = ownerOf(source);
  if (asking === undefined) return [];
  const linked = asking.links.flatMap(({ container, aliases }) =>
    container === owner.id ? aliases : [],
  );
  return [...linked, ...asking.extraHosts.map(({ host }) => host)].map((name) =>
    name.toLowerCase(),
  );
}

/** By each address of the host that whoever asks may know, on each port that leads to the one asked for. */
function byPublished(asking: Asking, stack: Stack): Answer[] {
  const { index, port, source } = asking;
  if (port === undefined) return [];
  const bindings = index.bindings
    .of(stack.owner.id)
    .filter(({ port: one }) => one.containerPort === port.port && one.protocol === port.protocol);
  if (bindings.length === 0) return lacksPublishing(asking.from, source, stack, port);
  return bindings.flatMap((binding) => throughBinding(asking, stack, binding));
}

function throughBinding(asking: Asking, { machine }: Stack, binding: Binding): Answer[] {
  const { hostPort, protocol } = binding.port;
  const host = machine.host.id;
  if (hostPort === undefined) return [];
  const to = hostDestinations(asking, host, binding.address);
  const answers = ask(asking, to, { port: hostPort, protocol });
  return answers.filter(
    ({ to: whom }) => whom?.kind === 'container' && whom.id === binding.container.id,
  );
}

function hostDestinations(asking: Asking, host: string, bound: string | undefined): Destination[] {
  if (bound !== undefined && !isEvery(bound) && !isLoopbackAddress(bound)) {
    const family = bound.includes(':') ? 6 : 4;
    return [{ kind: 'host-address', host, family, address: bound }];
  }
  const { source } = asking;
  const isItself = source.kind === 'machine' && source.machine.host.id === host;
  const families = FAMILIES.filter((family) => bound === undefined || isOfFamily(bound, family));
  const known = families.filter((family) => family === 4 || hasIpv6(asking, host));
  return [
    ...gatewaysOf(asking, host).filter(({ family }) => families.includes(family)),
    ...known.map((family): Destination => ({ kind: 'host-address', host, family })),
    ...(isItself ? families : []).map((family): Destination => ({ kind: 'loopback', family })),
  ];
}

function isEvery(bound: string): boolean {
  return bound === '0.0.0.0' || bound === '::';
}

/** Whether the host is known to have an IPv6 address on its LAN. */
function hasIpv6({ index }: Asking, host: string): boolean {
  const interfaces = index.facts.machine(host)?.host.interfaces ?? [];
  return interfaces.some(({ addresses }) => addresses.some((text) => text.includes(':')));
}

/** The host's addresses in the networks of whoever asks; the host itself uses that of its default bridge. */
function gatewaysOf({ source }: Asking, host: string): Gateway[] {
  if (hostOf(source) !== host) return [];
  if (source.kind === 'machine') {
    return [{ kind: 'gateway', network: defaultBridgeId(host), family: 4 }];
  }
  if (source.kind !== 'stack') return [];
  return source.stack.endpoints
    .filter(({ segment }) => segment.kind === 'bridge')
    .flatMap(({ segment: { hasFamily, network } }) =>
      FAMILIES.filter((family) => hasFamily[family]).map((family): Gateway => {
        return { kind: 'gateway', network: network.id, family };
      }),
    );
}

type Gateway = Extract<Destination, { readonly kind: 'gateway' }>;

function inHostMode(asking: Asking, container: Container): Answer[] {
  return toHost(asking, container.host).map((answer) => named(answer, container.id));
}

function toHost(asking: Asking, host: string): Answer[] {
  return ask(asking, hostDestinations(asking, host, undefined), asking.port);
}
