import type { PublishedPort } from '../../../notation/publish';
import type { Network } from '../../../topology/network';
import { isLoopback } from '../../exposure/outside';
import type { DefaultRoute } from '../../default-route';
import { isBridgeOfEngine, isUnknown, perModel, type Model } from '../../model';
import { publishAddressIn } from '../../publishing';
import { compareText } from '../../text';
import type { End } from './ends';

/** Options of a network that decide nothing about who reaches whom. */
const IRRELEVANT: ReadonlySet<string> = new Set([
  'com.docker.network.bridge.name',
  'com.docker.network.driver.mtu',
  'com.docker.network.container_iface_prefix',
]);

/** A word for what decides about a network: two with the same word behave alike. */
export function networkSignature(model: Model, network: Network): string {
  return networkSignatures(model).get(network) ?? network.id;
}

const networkSignatures = perModel((model: Model): ReadonlyMap<Network, string> => {
  const mentioned = inForwardRules(model);
  const words = new Map<string, string>();
  const found = new Map<Network, string>();
  for (const network of model.networks.values()) {
    const text = signNetwork(network, mentioned);
    const word = words.get(text) ?? `n${String(words.size)}`;
    words.set(text, word);
    found.set(network, word);
  }
  return found;
});

/** Networks that the user's own rules name; they are like no others. */
function inForwardRules({ topology }: Model): ReadonlySet<string | undefined> {
  const rules = topology.hosts.flatMap(({ forwardRules = [] }) => forwardRules);
  return new Set(rules.flatMap(({ from, to }) => [from, to]));
}

function signNetwork(network: Network, mentioned: ReadonlySet<string | undefined>): string {
  const { host, driver = '', internal, ipv6, external, options, subnets } = network;
  const relevant = Object.entries(options)
    .filter(([key]) => !IRRELEVANT.has(key))
    .sort(([a], [b]) => compareText(a, b));
  const isOnLan = driver !== 'bridge';
  return JSON.stringify([
    host,
    driver,
    internal,
    ipv6,
    external,
    isBridgeOfEngine(network),
    relevant,
    // On a LAN, addresses decide whether replies leave past the host; in a bridge, only families matter.
    subnets.map(({ cidr }) => (isOnLan ? cidr : cidr?.includes(':'))),
    network.unknown,
    mentioned.has(network.id) ? network.id : '',
  ]);
}

function routeSignature(model: Model, route: DefaultRoute): string {
  return typeof route === 'string' ? route : networkSignature(model, route);
}

function signatures(model: Model, networks: readonly Network[]): string[] {
  if (networks.length === 1) return networks.map((network) => networkSignature(model, network));
  const texts = new Set(networks.map((network) => networkSignature(model, network)));
  return [...texts].sort(compareText);
}

/** What decides about connections from the end, beside which networks it shares with the other one. */
export function sourceSignature(model: Model, end: End): string {
  const { kind, host, networks, route, owner, mark } = end;
  const isWhole = owner === undefined || owner.attachments.length === networks.length;
  const way = routeSignature(model, route);
  const places = signatures(model, networks).join(' ');
  return `${kind} ${host} ${owner?.mode ?? ''} ${mark} ${isWhole ? '' : 'partial'} ${way}: ${places}`;
}

/** What decides about connections to the address that the end has in the network. */
export function addressSignature(model: Model, { route }: End, network: Network): string {
  return [
    networkSignature(model, network),
    route === network ? '' : routeSignature(model, route),
  ].join('\n');
}

/** What decides about connections to the ports that the end publishes. */
export function publishSignature(model: Model, end: End): string {
  return [
    end.mark,
    ...publishKinds(model, end),
    '',
    routeSignature(model, end.route),
    ...signatures(model, end.networks),
  ].join('\n');
}

/** A published port, and a text for its kind. */
export interface PublishKind {
  /** With the address that its network or daemon opens it on. */
  readonly port: PublishedPort;
  readonly text: string;

  /** Whether not only Terraform knows its address. */
  readonly isKnown: boolean;
}

/** Kinds of the ports that it publishes, sorted. */
function publishKinds(model: Model, end: End): string[] {
  return [...new Set(publishedKinds(model, end).map(({ text }) => text))].sort(compareText);
}

/** Every published port with the text of its kind. */
export function publishedKinds(model: Model, { owner, route }: End): PublishKind[] {
  if (owner === undefined) return [];
  const unsaid = publishAddressIn(model, route);
  const exposed = owner.publishAll ? owner.expose : [];
  const ports: readonly PublishedPort[] = [
    ...owner.publish,
    ...exposed.map(({ port, protocol }) => ({ containerPort: port, protocol })),
  ];
  return ports.map((port, index) => {
    const isKnown = !isUnknown(owner, `publish/${String(index)}/hostIp`);
    const address = isKnown ? addressKind(port.hostIp ?? unsaid) : 'unknown';
    const hostIp = port.hostIp ?? unsaid;
    const at = hostIp === undefined ? port : { ...port, hostIp };
    return { port: at, text: `${port.protocol} ${address}`, isKnown };
  });
}

function addressKind(address: string | undefined): string {
  if (address === undefined) return 'every';
  const family = address.includes(':') ? '6' : '4';
  if (isLoopback(address)) return `loopback${family}`;
  return address === '0.0.0.0' || address === '::' ? `every${family}` : `one${family}`;
}
