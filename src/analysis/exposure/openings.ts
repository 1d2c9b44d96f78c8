import type { Family } from '../../ip/address';
import type { PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import { defaultRouteOf } from '../default-route';
import { isLanNetwork } from '../lan-children';
import { isUnknown, type Model } from '../model';
import { GATEWAY_MODE, GATEWAY_MODE_SINCE, publishAddress } from '../publishing';
import { networksOf } from '../shared-networks';
import type { Opening, OwnAddress } from './container-addresses';
import { isSince, letsEverybodyIn, type EngineFacts } from './engine-facts';
import { fromOutside, isLoopback } from './outside';
import { everybody, NO, unknownAs, YES, type Judged, type Openness } from './socket';

/** What is open at a container's own address beyond its network and the host; nothing: all is closed. */
export function openingAt(
  model: Model,
  facts: EngineFacts,
  place: OwnAddress,
): Opening | undefined {
  const { network } = place;
  if (isOnLan(network)) return lanOpening(facts, place);
  if (!facts.isMeasured || network.driver !== 'bridge') return undefined;
  const hasRules = facts.hasRules[place.family];
  if (hasRules !== 'yes') return withoutRules(model, facts, place, hasRules);
  const ruled = byForwardRules(model, facts, place);
  if (ruled !== undefined || network.internal) return ruled;
  return byMode(model, facts, place) ?? byRoute(model, facts, place);
}

/** Without a parent, the engine makes one that leads nowhere. */
function isOnLan(network: Network): boolean {
  if (!isLanNetwork(network)) return false;
  return (
    network.external || network.options['parent'] !== undefined || isUnknown(network, 'options')
  );
}

function lanOpening(facts: EngineFacts, place: OwnAddress): Opening {
  const { family, network } = place;
  const driver = network.driver ?? '';
  if (driver !== 'macvlan' || family === 6 || !facts.isMeasured) {
    const what = facts.isMeasured ? `${driver} with IPv${String(family)}` : facts.host.kind;
    const judgement = everybody(unknownAs(`nothing was measured of ${what}`));
    return { kind: 'lan-address', judgement, bypassesFirewall: 'yes' };
  }
  const closed: Judged = { answer: 'no', reason: 'a macvlan is closed to its parent interface' };
  const judgement = {
    host: closed,
    containers: closed,
    lan: YES,
    outside: fromOutside(YES, facts.host, family, addressOf(place)),
  };
  return { kind: 'lan-address', judgement, bypassesFirewall: 'yes' };
}

function addressOf({ family, attachment }: OwnAddress): string | undefined {
  return family === 4 ? attachment.ipv4 : attachment.ipv6;
}

/** Nothing keeps bridges apart. Since engine 26 an internal network has no way to answer others. */
function withoutRules(
  model: Model,
  facts: EngineFacts,
  place: OwnAddress,
  hasRules: Openness,
): Opening | undefined {
  const { id } = facts.host;
  if (place.network.internal && isSince(model, id, [21]) !== 'no') return undefined;
  const what = place.family === 6 ? 'IPv6 rules' : 'rules';
  if (hasRules === 'unknown') {
    const unknown = unknownAs(`it depends on whether the engine writes ${what}`);
    return opening(model, facts, place, { containers: unknown, lan: unknown, bypasses: 'no' });
  }
  const open: Judged = { answer: 'yes', reason: `the engine writes no ${what}` };
  const lan = facts.forwards ? open : FORWARDING;
  return opening(model, facts, place, { containers: open, lan, bypasses: 'no' });
}

const FORWARDING = unknownAs('it needs forwarding, which this daemon does not switch on');

interface Ways {
  readonly containers: Judged;
  readonly lan: Judged;
  readonly bypasses?: Openness;
  readonly ports?: readonly PublishedPort[];
}

function opening(model: Model, facts: EngineFacts, place: OwnAddress, ways: Ways): Opening {
  const { bypasses = 'yes', ports } = ways;
  const containers = withReplies(model, place, ways.containers);
  const lan = withRepliesToLan(model, place, withReplies(model, place, ways.lan));
  const outside = fromOutside(lan, facts.host, place.family, addressOf(place));
  return {
    kind: 'container-address',
    judgement: { host: YES, containers, lan, outside },
    bypassesFirewall: bypasses,
    ...(ports === undefined ? {} : { ports }),
  };
}

/** Whoever is elsewhere gets replies by the container's default route alone. */
function withReplies(model: Model, { container, network }: OwnAddress, judged: Judged): Judged {
  if (judged.answer === 'no') return judged;
  const route = defaultRouteOf(model, container);
  if (route === network) return judged;
  return unknownAs(`replies leave by another network than ${network.id}`);
}

/** A neighbour is nearer to a container that is on the LAN itself. */
function withRepliesToLan(model: Model, { container }: OwnAddress, judged: Judged): Judged {
  const lan = networksOf(model, container)?.find(isLanNetwork);
  if (judged.answer === 'no' || lan === undefined) return judged;
  return unknownAs(`replies to neighbours on the LAN of ${lan.id} leave past the host`);
}

/** The user's own rules that let everybody in. What they let one network in is no socket for everybody. */
function byForwardRules(model: Model, facts: EngineFacts, place: OwnAddress): Opening | undefined {
  const { id, internal } = place.network;
  if (!letsEverybodyIn(facts, id)) return undefined;
  const reason = `forwardRules let everybody in to ${id}`;
  const isLate = isSince(model, facts.host.id, [28]);
  // Since engine 28 a rule that comes first drops what is for addresses of containers.
  if (isLate === 'yes' && !internal && !isUnguarded(facts, place)) return undefined;
  const open: Judged =
    isLate === 'unknown' || internal ? unknownAs(reason) : { answer: 'yes', reason };
  return opening(model, facts, place, { containers: open, lan: open });
}

function isUnguarded(facts: EngineFacts, { network, family }: OwnAddress): boolean {
  const mode = family === 4 ? (network.options[GATEWAY_MODE] ?? 'nat') : 'nat';
  return mode !== 'nat' || isDirect(facts, network);
}

/** Gateway modes, which engines before 27 do not look at. */
function byMode(model: Model, facts: EngineFacts, place: OwnAddress): Opening | undefined {
  const { network, container, family } = place;
  const mode = family === 4 ? network.options[GATEWAY_MODE] : undefined;
  if (mode !== 'routed' && mode !== 'nat-unprotected') return undefined;
  const isKnown = isSince(model, facts.host.id, mode === 'routed' ? GATEWAY_MODE_SINCE : [28]);
  if (isKnown === 'no') return undefined;
  const reason = `${network.id} is ${mode}`;
  const open: Judged = isKnown === 'yes' ? { answer: 'yes', reason } : unknownAs(reason);
  if (mode === 'routed') {
    const isAsked = defaultRouteOf(model, container) === network;
    const ports = isAsked ? publishedFor(model, container, family) : [];
    return opening(model, facts, place, { containers: open, lan: open, ports });
  }
  const isNew = isSince(model, facts.host.id, [29]);
  const containers: Judged = isNew === 'no' ? NO : { answer: isNew, reason };
  return opening(model, facts, place, { containers, lan: open });
}

/** A port that names an address of the host is published for its family alone. */
function publishedFor(model: Model, container: Container, family: Family): PublishedPort[] {
  const unsaid = publishAddress(model, container);
  return container.publish.filter(
    ({ hostIp = unsaid }) => hostIp === undefined || hostIp.includes(':') === (family === 6),
  );
}

const TRUSTED = 'com.docker.network.bridge.trusted_host_interfaces';

/** Ports published on loopback alone, for a neighbour that routes to the container's address. */
function byRoute(model: Model, facts: EngineFacts, place: OwnAddress): Opening | undefined {
  const { container, network, family } = place;
  if (container.publish.length === 0 || container.mode !== 'networks') return undefined;
  if (defaultRouteOf(model, container) !== network) return undefined;
  const lan = fromRoutes(model, facts, network);
  if (lan.answer === 'no') return undefined;
  const unsaid = publishAddress(model, container);
  const ports = publishedFor(model, container, family).filter(
    ({ hostIp = unsaid }) => hostIp !== undefined && isLoopback(hostIp),
  );
  const isOpenToBridges = isDirect(facts, network) && isSince(model, facts.host.id, [29]) !== 'no';
  return opening(model, facts, place, { containers: isOpenToBridges ? DIRECT : NO, lan, ports });
}

function fromRoutes(model: Model, facts: EngineFacts, network: Network): Judged {
  const isSafe = isSince(model, facts.host.id, [28]);
  if (isSafe === 'yes') return isDirect(facts, network) ? DIRECT : NO;
  const reason = 'before engine 28 a neighbour with a route to the container reaches it';
  return isSafe === 'no' ? { answer: 'yes', reason } : unknownAs(reason);
}

const DIRECT = unknownAs('nothing was measured of direct routing to loopback ports');

/** Whether the daemon or the network lets others route to addresses of containers. */
function isDirect({ host }: EngineFacts, { options }: Network): boolean {
  return host.daemon.allowDirectRouting === true || options[TRUSTED] !== undefined;
}
