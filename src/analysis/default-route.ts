import type { Attachment, Container } from '../topology/container';
import type { Network } from '../topology/network';
import { isEngineBefore, mayBeBefore } from './engine';
import { isBridgeOfEngine, type Model } from './model';
import { compareText } from './text';

/** First engine that looks at gateway priorities. */
export const GATEWAY_PRIORITY_SINCE = [28] as const;

/** Where a container's default route and its published ports are: a network, nowhere, or not known. */
export type DefaultRoute = Network | 'none' | 'unknown';

interface Candidate {
  readonly network: Network;
  readonly attachment: Attachment;
}

/**
 * The network that Docker takes for the default route. Published ports follow it. Measured: never an
 * internal network, whatever its priority; then the highest priority (engine 28), two address
 * families before one, and the smallest name.
 */
export function defaultRouteOf(model: Model, container: Container): DefaultRoute {
  if (container.mode !== 'networks') return 'none';
  const [first] = container.attachments;
  if (first !== undefined && container.attachments.length === 1) {
    const network = model.networks.get(first.network);
    return network?.internal === true ? 'none' : (network ?? 'unknown');
  }
  return routeOfSeveral(model, container);
}

function routeOfSeveral(model: Model, container: Container): DefaultRoute {
  const candidates: Candidate[] = [];
  for (const attachment of container.attachments) {
    const network = model.networks.get(attachment.network);
    if (network === undefined) return 'unknown';
    if (!network.internal) candidates.push({ network, attachment });
  }
  const [only] = candidates;
  if (only === undefined) return container.attachments.length === 0 ? 'unknown' : 'none';
  return candidates.length === 1 ? only.network : chooseRoute(model, container, candidates);
}

function chooseRoute(
  model: Model,
  container: Container,
  candidates: readonly Candidate[],
): DefaultRoute {
  // An overlay network has its way out through docker_gwbridge, and only when nothing else has one.
  const local = candidates.filter(({ network }) => network.driver !== 'overlay');
  const [only] = local.length === 0 ? candidates : local;
  if (only === undefined || local.length < 2) return only?.network ?? 'unknown';
  const compare = orderOf(model, container.host, local);
  if (compare === undefined || local.some(isUndecided)) return 'unknown';
  return local.reduce((best, one) => (compare(one, best) < 0 ? one : best)).network;
}

type Order = (a: Candidate, b: Candidate) => number;

/** How the host's engine orders networks; nothing when it depends on a version that is not known. */
function orderOf(model: Model, host: string, candidates: readonly Candidate[]): Order | undefined {
  if (!mayBeBefore(model, host, GATEWAY_PRIORITY_SINCE)) {
    return (a, b) => priority(b) - priority(a) || compareNetworks(a.network, b.network);
  }
  const isOld = isEngineBefore(model, host, GATEWAY_PRIORITY_SINCE);
  const hasPriorities = candidates.some((candidate) => priority(candidate) !== 0);
  return isOld || !hasPriorities ? (a, b) => compareNetworks(a.network, b.network) : undefined;
}

function isUndecided({ network }: Candidate): boolean {
  return network.name === undefined || isRouted(network);
}

/** Layer 3 modes have a route without a gateway, which old engines do not count. */
function isRouted({ driver, options }: Network): boolean {
  return driver === 'ipvlan' && (options['ipvlan_mode'] ?? 'l2') !== 'l2';
}

function priority({ attachment }: Candidate): number {
  return attachment.gatewayPriority ?? 0;
}

function compareNetworks(a: Network, b: Network): number {
  return Number(b.ipv6) - Number(a.ipv6) || compareText(a.name ?? '', b.name ?? '');
}

/** Name of the network as messages show it. */
export function networkLabel(network: Network): string {
  return isBridgeOfEngine(network) ? 'the default bridge' : network.id;
}
