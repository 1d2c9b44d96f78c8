import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import { adminService } from '../admin-ports';
import { socketsOfContainer } from '../exposure/exposure';
import type { ExposedSocket } from '../exposure/socket';
import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import { isLanNetwork } from '../lan-children';
import type { Model } from '../model';
import { GATEWAY_MODE } from '../publishing';
import { listText } from '../text';
import { usageOf } from '../usage';

/** What is published is `ADMIN_PORT_PUBLISHED`, or `LOOPBACK_PUBLISH_OPEN`. */
export const adminPortOpen: Rule = {
  code: 'ADMIN_PORT_OPEN',
  level: 'warning',
  covers: ['M18'],
  summary: 'A database or an administration interface is open to the LAN without being published.',
  *find(model) {
    for (const container of candidates(model)) {
      const open = socketsOfContainer(model, container).flatMap((socket) =>
        openSocket(model, socket),
      );
      for (const group of groupBy(open, groupKey).values()) yield* describe(group);
    }
  },
};

/** Containers with the host's network, or in a network whose addresses may be open. */
function candidates(model: Model): ReadonlySet<Container> {
  const found = new Set(usageOf(model).modes);
  for (const network of model.topology.networks) {
    if (!mayBeOpen(model, network, 4) && !mayBeOpen(model, network, 6)) continue;
    for (const { container } of model.members.get(network.id) ?? []) found.add(container);
  }
  return found;
}

function mayBeOpen(model: Model, network: Network, family: 4 | 6): boolean {
  if (isLanNetwork(network)) return true;
  const { daemon, forwardRules = [] } = model.hosts.get(network.host) ?? {};
  if (forwardRules.some(({ to }) => to === network.id)) return true;
  if (family === 6) return network.ipv6;
  return network.options[GATEWAY_MODE] !== undefined || daemon?.iptables === false;
}

interface Open extends ExposedSocket {
  readonly user: string;
  readonly program: string;
}

function openSocket(model: Model, socket: ExposedSocket): Open[] {
  const { kind, container: user = '', containerPort, protocol } = socket;
  if (kind === 'published' || socket.reachableFrom.lan === 'no') return [];
  if (!isInOpenNetwork(model, socket)) return [];
  const container = model.containers.get(user);
  if (container === undefined || containerPort === undefined || protocol === undefined) return [];
  const program = adminService(model, container, containerPort, protocol);
  return program === undefined ? [] : [{ ...socket, user, program }];
}

/** What is published on loopback is open at other addresses, too, and has a rule of its own. */
function isInOpenNetwork(model: Model, { network: id, family }: ExposedSocket): boolean {
  const network = id === undefined ? undefined : model.networks.get(id);
  return network === undefined || mayBeOpen(model, network, family);
}

/** Both families of a port of the host are one finding, as the ports of one program are. */
function groupKey({ kind, user, program, network, family, reasons }: Open): string {
  const isOfHost = kind === 'host-mode';
  return [kind, user, program, network, isOfHost ? '' : family, reasons.lan].join('\n');
}

function* describe(group: readonly Open[]): Generator<Occurrence> {
  const [first] = group;
  if (first === undefined) return;
  const ports = [...new Set(group.map(({ port }) => port))].map(String);
  const isOne = ports.length === 1;
  const verb = first.reachableFrom.lan === 'unknown' ? 'may be' : isOne ? 'is' : 'are';
  yield {
    at: first.user,
    problem: `${isOne ? 'port' : 'ports'} ${listText(ports)} of ${first.program} ${verb} open to the LAN ${whereText(group, first)}`,
    fix: fixFor(first),
  };
}

function whereText(group: readonly Open[], { kind, network, family, reasons }: Open): string {
  if (kind === 'host-mode') {
    const addresses = [...new Set(group.map(({ address = '' }) => address))];
    return `on ${listText(addresses)} in host mode`;
  }
  const place = `at its own IPv${String(family)} address in ${network ?? ''}`;
  return reasons.lan === undefined ? place : `${place}: ${reasons.lan}`;
}

function fixFor({ kind, reasons }: Open): string {
  if (kind === 'host-mode') {
    return 'put it into a network, or let it listen on 127.0.0.1 and say so in listens';
  }
  if (kind === 'lan-address') {
    return 'put it into a bridge network, or let a firewall in front of it decide who may come';
  }
  return FIXES.find(([word]) => reasons.lan?.includes(word))?.[1] ?? CLOSE;
}

const CLOSE = "close the container's address on the host, or take it out of the network";

/** Ways to close what the reason says is open, by a word of the reason. */
const FIXES: readonly (readonly [string, string])[] = [
  [
    'IPv6 rules',
    'let the engine write IPv6 rules (ip6tables, before engine 27 with experimental), or take IPv6 off the network',
  ],
  [
    'writes no rules',
    "let the engine write rules (iptables), or close the container's address on the host",
  ],
  ['forwardRules', 'name in forwardRules who may come'],
  [' is ', "use gatewayMode 'nat' and publish what others need"],
];
