import type { PublishedPort } from '../../notation/publish';
import type { Network } from '../../topology/network';
import { defaultRouteOf } from '../default-route';
import { isLanNetwork } from '../lan-children';
import { isUnknown, type Model } from '../model';
import { GATEWAY_MODE, GATEWAY_MODE_SINCE, publishAddress } from '../publishing';
import type { Opening, OwnAddress } from './container-addresses';
import { isSince, type EngineFacts } from './engine-facts';
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
  if (network.internal) return undefined;
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
    return opening(facts, place, { containers: unknown, lan: unknown, bypasses: 'no' });
  }
  const open: Judged = { answer: 'yes', reason: `the engine writes no ${what}` };
  const lan = facts.forwards ? open : FORWARDING;
  return opening(facts, place, { containers: open, lan, bypasses: 'no' });
}

const FORWARDING = unknownAs('it needs forwarding, which this daemon does not switch on');

interface Ways {
  readonly containers: Judged;
  readonly lan: Judged;
  readonly bypasses?: Openness;
  readonly ports?: readonly PublishedPort[];
}

function opening(
  facts: EngineFacts,
  place: OwnAddress,
  { containers, lan, bypasses = 'yes', ports }: Ways,
): Opening {
  const outside = fromOutside(lan, facts.host, place.family, addressOf(place));
  return {
    kind: 'container-address',
    judgement: { host: YES, containers, lan, outside },
    bypassesFirewall: bypasses,
    ...(ports === undefined ? {} : { ports }),
  };
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
    const ports = defaultRouteOf(model, container) === network ? container.publish : [];
    return opening(facts, place, { containers: open, lan: open, ports });
  }
  const isNew = isSince(model, facts.host.id, [29]);
  const containers: Judged = isNew === 'no' ? NO : { answer: isNew, reason };
  return opening(facts, place, { containers, lan: open });
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
  const ports = container.publish.filter(({ hostIp = unsaid }) => {
    const isOfFamily = hostIp?.includes(':') === (family === 6);
    return hostIp !== undefined && isOfFamily && isLoopback(hostIp);
  });
  return opening(facts, place, { containers: NO, lan, ports });
}

function fromRoutes(model: Model, { host }: EngineFacts, network: Network): Judged {
  const isSafe = isSince(model, host.id, [28]);
  const mayPass = host.daemon.allowDirectRouting === true || network.options[TRUSTED] !== undefined;
  if (isSafe === 'yes') {
    return mayPass ? unknownAs('nothing was measured of direct routing to loopback ports') : NO;
  }
  const reason = 'before engine 28 a neighbour with a route to the container reaches it';
  return isSafe === 'no' ? { answer: 'yes', reason } : unknownAs(reason);
}
