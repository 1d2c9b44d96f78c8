import { EMPTY_TOPOLOGY, type DaemonSettings, type Topology } from 'portolan/topology';
import { parseDocument } from './document';
import { hostModel, PLAN } from './ground';
import { addContainers } from './scenario-containers';
import { networkDocuments } from './scenario-networks';
import { Random } from './random';

/** One of the ways in which an engine is set up; seeds take turns with them. */
export interface Family {
  readonly title: string;
  readonly daemon: DaemonSettings;

  /** Kinds of networks that a scenario has. */
  readonly networks: readonly NetworkKind[];

  /** Whether every container opens ports of the host. @default false */
  readonly publishesAlways?: boolean;
}

/** What a network is like. */
export type NetworkKind =
  'plain' | 'icc-off' | 'internal' | 'dual' | 'internal-dual' | 'no-masquerade' | 'macvlan';

const DNS: DaemonSettings = { dns: [PLAN.router.ipv4] };

const MIXED: readonly NetworkKind[] = ['plain', 'plain', 'icc-off', 'internal', 'dual'];

/** Seeds go through them in this order, again and again. */
export const FAMILIES: readonly Family[] = [
  { title: 'defaults', daemon: DNS, networks: MIXED },
  { title: 'two families', daemon: DNS, networks: ['dual', 'dual', 'internal-dual', 'plain'] },
  { title: 'icc off', daemon: { ...DNS, icc: false }, networks: ['icc-off', 'plain', 'icc-off'] },
  { title: 'macvlan', daemon: DNS, networks: ['macvlan', 'plain', 'internal', 'plain'] },
  { title: 'no masquerade', daemon: DNS, networks: ['no-masquerade', 'plain', 'no-masquerade'] },
  {
    title: 'no proxy',
    daemon: { ...DNS, userlandProxy: false },
    networks: ['icc-off', 'icc-off'],
    publishesAlways: true,
  },
  {
    title: 'internal',
    daemon: DNS,
    networks: ['internal', 'internal-dual', 'internal', 'dual'],
  },
  {
    title: 'no forwarding',
    daemon: { ...DNS, ipForward: false },
    networks: ['plain', 'internal', 'plain'],
  },
  {
    title: 'no rules',
    daemon: { ...DNS, iptables: false },
    networks: ['plain', 'icc-off', 'plain'],
  },
];

/** What a seed stands for. */
export interface Scenario {
  readonly seed: number;
  readonly family: Family;
  readonly topology: Topology;
}

/** The scenario of a seed, for an engine of the version. */
export function scenarioOf(seed: number, engineVersion: string): Scenario {
  const family = FAMILIES[seed % FAMILIES.length]!;
  const random = new Random(seed);
  const networks = networkDocuments(family, random);
  const containers = addContainers(family, networks, random);
  const host = hostModel(engineVersion, { ...family.daemon, bip: PLAN.defaultBridge });
  const topology = parseDocument({
    ...EMPTY_TOPOLOGY,
    hosts: [{ ...host, ...forwardRules(family, networks, random) }],
    networks,
    containers,
  });
  return { seed, family, topology };
}

/** Every third scenario lets one bridge talk to another one. */
function forwardRules(
  { daemon }: Family,
  networks: readonly { readonly id: string; readonly driver: string }[],
  random: Random,
): object {
  const bridges = networks.filter(({ id, driver }) => driver === 'bridge' && !id.includes(':'));
  if (!random.oneIn(3) || bridges.length < 2 || daemon.iptables === false) return {};
  const [from, to] = random.some(bridges, 2);
  return { forwardRules: [{ from: from?.id, to: to?.id }] };
}
