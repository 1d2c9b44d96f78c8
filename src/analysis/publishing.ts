import { formatPublish, type PublishedPort } from '../notation/publish';
import type { Container } from '../topology/container';
import { defaultRouteOf, type DefaultRoute } from './default-route';
import { isEngineBefore } from './engine';
import { isBridgeOfEngine, isUnknown, perModel, type Model } from './model';
import { compareText, listText } from './text';

/** A published port that the engine opens on its host. */
export interface Binding {
  readonly container: Container;
  readonly port: PublishedPort;

  /** Host address it is bound to; absent: every address of both families. */
  readonly address: string | undefined;
}

/** Whether the container asks for ports of the host. */
export function publishes({ publish, publishAll }: Container): boolean {
  return publish.length > 0 || publishAll;
}

/** For messages: the published ports as they are written. */
export function publishText({ publish, publishAll }: Container): string {
  const ports = publish.map((port) => `'${formatPublish(port)}'`);
  return `publish ${listText(publishAll ? [...ports, 'of every exposed port'] : ports)}`;
}

/** For messages: some of the published ports, in quotes, by rising number. */
export function portsText(ports: readonly PublishedPort[]): string {
  const sorted = [...ports].sort((a, b) => comparePorts(a, b));
  return listText(sorted.map((port) => `'${formatPublish(port)}'`));
}

function comparePorts(a: PublishedPort, b: PublishedPort): number {
  const byNumber = (a.hostPort ?? 0) - (b.hostPort ?? 0) || a.containerPort - b.containerPort;
  return byNumber || compareText(formatPublish(a), formatPublish(b));
}

/** Why the container's published ports are opened nowhere; nothing when they are, or may be. */
export function whyDiscarded(model: Model, container: Container): string | undefined {
  if (container.mode === 'host') return 'in host mode the program has the ports of the host itself';
  if (container.mode === 'none') return 'a container without network has none';
  if (container.mode === 'container') return undefined;
  const route = defaultRouteOf(model, container);
  if (route === 'unknown') return undefined;
  if (route === 'none') return 'it is in internal networks only, which have no way out';
  if (route.driver !== 'macvlan' && route.driver !== 'ipvlan') return undefined;
  return `its default route is in ${route.id}, and ${route.driver} publishes nothing: it has an address on the LAN itself`;
}

/** Every published port that the engine opens, for each host. */
export const bindingsOf = perModel((model: Model): ReadonlyMap<string, readonly Binding[]> => {
  const byHost = new Map<string, Binding[]>();
  for (const container of model.topology.containers) {
    if (container.publish.length === 0 || container.mode !== 'networks') continue;
    if (whyDiscarded(model, container) !== undefined || mayBeRouted(model, container)) continue;
    const list = byHost.get(container.host) ?? [];
    byHost.set(container.host, list);
    const unsaid = publishAddress(model, container);
    for (const [index, port] of container.publish.entries()) {
      if (isHostIpUnknown(container, index)) continue;
      list.push({ container, port, address: port.hostIp ?? unsaid });
    }
  }
  return byHost;
});

function isHostIpUnknown(container: Container, index: number): boolean {
  return container.unknown.length > 0 && isUnknown(container, `publish/${String(index)}/hostIp`);
}

/** Driver option of a bridge, and the value with which the engine opens no ports of the host. */
export const GATEWAY_MODE = 'com.docker.network.bridge.gateway_mode_ipv4';

/** First engine that looks at the option. */
export const GATEWAY_MODE_SINCE = [27] as const;

function mayBeRouted(model: Model, container: Container): boolean {
  const route = defaultRouteOf(model, container);
  if (typeof route === 'string' || route.options[GATEWAY_MODE] !== 'routed') return false;
  return !isEngineBefore(model, route.host, GATEWAY_MODE_SINCE);
}

/** Address that the container's network, or the daemon for its default bridge, publishes on when none is named. */
export function publishAddress(model: Model, container: Container): string | undefined {
  return publishAddressIn(model, defaultRouteOf(model, container));
}

/** The same where the default route is known. */
export function publishAddressIn(model: Model, route: DefaultRoute): string | undefined {
  if (typeof route === 'string') return undefined;
  const ofDaemon = isBridgeOfEngine(route) ? model.hosts.get(route.host)?.daemon.ip : undefined;
  return route.options['com.docker.network.bridge.host_binding_ipv4'] ?? ofDaemon;
}
