import type { Family } from '../../ip/address';
import type { PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import { defaultRouteOf, type DefaultRoute } from '../default-route';
import { isLanNetwork } from '../lan-children';
import { knownImage } from '../known-images';
import { isUnknown, type Model } from '../model';
import {
  GATEWAY_MODE,
  GATEWAY_MODE_SINCE,
  publishAddress,
  publishes,
  whyDiscarded,
} from '../publishing';
import { networksOf } from '../shared-networks';
import { socketsAt } from '../sockets';
import { isSince, letsEverybodyIn, type EngineFacts } from './engine-facts';
import { fromOutside, isLoopback } from './outside';
import {
  everybody,
  fieldsOf,
  NO,
  unknownAs,
  YES,
  type ExposedSocket,
  type Judged,
  type Judgement,
  type Openness,
} from './socket';

/** Sockets that the engine opens on the host for the container. */
export function publishedSockets(
  model: Model,
  facts: EngineFacts,
  container: Container,
): ExposedSocket[] {
  if (!publishes(container) || whyDiscarded(model, container) !== undefined) return [];
  if (container.mode === 'container') return [];
  const route = defaultRouteOf(model, container);
  const isRouted = isRoutedMode(model, route);
  if (isRouted === 'yes') return [];
  const unsaid = publishAddress(model, container);
  return portsOf(model, container).flatMap((port) => {
    const given = { facts, container, route, isRouted };
    if (port.isAddressUnknown) return [socketOf(model, given, port, { family: 4 })];
    return socketsAt(port.hostIp ?? unsaid)
      .filter(({ family }) => isOpened(facts, route, family))
      .map((socket) => socketOf(model, given, port, socket));
  });
}

interface Port extends PublishedPort {
  readonly isAddressUnknown: boolean;
}

function portsOf(model: Model, container: Container): Port[] {
  const ports = container.publish.map((port, index) => ({
    ...port,
    isAddressUnknown: isUnknown(container, `publish/${String(index)}/hostIp`),
  }));
  if (!container.publishAll) return ports;
  const known = knownImage(model, container.image)?.ports ?? [];
  const exposed = [
    ...container.expose,
    ...known.map((port) => ({ port, protocol: 'tcp' as const })),
  ];
  const seen = new Set<string>();
  for (const { port: containerPort, protocol } of exposed) {
    const key = `${String(containerPort)}/${protocol}`;
    if (seen.has(key)) continue;
    seen.add(key);
    ports.push({ containerPort, protocol, isAddressUnknown: false });
  }
  return ports;
}

interface Given {
  readonly facts: EngineFacts;
  readonly container: Container;
  readonly route: DefaultRoute;
  readonly isRouted: Openness;
}

function socketOf(
  model: Model,
  given: Given,
  { hostPort, containerPort, protocol }: PublishedPort,
  { family, address }: { readonly family: Family; readonly address?: string },
): ExposedSocket {
  const { facts, container, route } = given;
  const isLocal = address !== undefined && isLoopback(address);
  return {
    host: container.host,
    kind: 'published',
    ...(address === undefined ? {} : { address }),
    family,
    port: hostPort ?? 'ephemeral',
    protocol,
    container: container.id,
    containerPort,
    ...fieldsOf(judge(model, given, family, address)),
    bypassesFirewall: isLocal ? 'no' : hasDnat(facts, route, family),
  };
}

function judge(
  model: Model,
  { facts, container, route, isRouted }: Given,
  family: Family,
  address: string | undefined,
): Judgement {
  const { kind, id } = facts.host;
  if (!facts.isMeasured) {
    return everybody(unknownAs(`nothing was measured of ${kind} engines`));
  }
  if (address === undefined) return everybody(unknownAs('only Terraform knows the host address'));
  if (isRouted === 'unknown') {
    return everybody(unknownAs(`it depends on the version of the engine of host ${id}`));
  }
  if (isLoopback(address)) {
    return { ...everybody(NO), host: fromHost(facts, route, family, address) };
  }
  const lan = fromLan(model, { facts, container, route, isRouted }, family);
  return {
    host: fromHost(facts, route, family, address),
    containers: fromContainers(model, facts, route, family),
    lan,
    outside: fromOutside(lan, facts.host, family, address),
  };
}

/** Without proxy and rules, or without a proxy for a container that lacks the family, nobody is served. */
function isOpened(facts: EngineFacts, route: DefaultRoute, family: Family): boolean {
  return facts.hasProxy || hasDnat(facts, route, family) !== 'no';
}

/** Whether the kernel passes connections on, so that no program of the host takes them. */
function hasDnat({ hasRules }: EngineFacts, route: DefaultRoute, family: Family): Openness {
  if (family === 4) return hasRules[4];
  if (typeof route === 'string') return 'unknown';
  return route.ipv6 ? hasRules[6] : 'no';
}

function fromHost(
  facts: EngineFacts,
  route: DefaultRoute,
  family: Family,
  address: string,
): Judged {
  if (facts.hasProxy) return YES;
  if (address === '::1') return { answer: 'no', reason: 'without the proxy nobody serves ::1' };
  return fromRules(hasDnat(facts, route, family));
}

function fromRules(answer: Openness): Judged {
  if (answer !== 'unknown') return { answer };
  return unknownAs('it depends on whether the engine writes IPv6 rules');
}

/** Containers of other bridges come by the proxy; engine 29 lets them pass without it. */
function fromContainers(
  model: Model,
  facts: EngineFacts,
  route: DefaultRoute,
  family: Family,
): Judged {
  const { hasProxy, forwards, host } = facts;
  const isNew = isSince(model, host.id, [29]);
  if (!hasProxy) return isAccepted(facts, route) ? YES : withoutProxy(isNew);
  if (forwards || isNew === 'no' || hasDnat(facts, route, family) === 'no') return YES;
  return unknownAs('since engine 29 it needs forwarding, which this daemon does not switch on');
}

function isAccepted(facts: EngineFacts, route: DefaultRoute): boolean {
  return typeof route !== 'string' && letsEverybodyIn(facts, route.id);
}

function withoutProxy(isNew: Openness): Judged {
  if (isNew === 'yes') return YES;
  const reason = 'without the proxy, engines before 29 keep other bridges out';
  return { answer: isNew, reason };
}

function fromLan(model: Model, { facts, container, route }: Given, family: Family): Judged {
  const dnat = hasDnat(facts, route, family);
  if (dnat === 'no') return YES;
  if (!facts.forwards) {
    return unknownAs('it needs forwarding, which this daemon does not switch on');
  }
  const lan = networksOf(model, container)?.find(isLanNetwork);
  if (lan !== undefined) {
    return unknownAs(`replies to neighbours on the LAN of ${lan.id} leave past the host`);
  }
  return facts.hasProxy ? YES : fromRules(dnat);
}

/** Whether the ports are opened at the container's own address instead. */
function isRoutedMode(model: Model, route: DefaultRoute): Openness {
  if (typeof route === 'string' || route.options[GATEWAY_MODE] !== 'routed') return 'no';
  return isSince(model, route.host, GATEWAY_MODE_SINCE);
}
