import { PLAN } from './ground';
import type { Family, NetworkKind } from './scenario';
import type { Random } from './random';

/** A network of a scenario, in the JSON form of topologies. */
export interface NetworkDocument {
  readonly id: string;
  readonly name: string;
  readonly host: 'local';
  readonly driver: string;
  readonly internal: boolean;
  readonly ipv6: boolean;
  readonly external: boolean;
  readonly subnets: readonly { readonly cidr: string; readonly gateway?: string }[];
  readonly options: Readonly<Record<string, string>>;
}

const LETTERS = ['a', 'k', 'x', 'q', 'b2'];

/** The default bridge, and one network of each kind of the family. */
export function networkDocuments({ networks }: Family, random: Random): NetworkDocument[] {
  const kinds = random.some(networks, networks.length);
  return [DEFAULT_BRIDGE, ...kinds.map((kind, index) => documentOf(kind, index, random))];
}

const DEFAULT_BRIDGE: NetworkDocument = {
  id: 'local:bridge',
  name: 'bridge',
  host: 'local',
  driver: 'bridge',
  internal: false,
  ipv6: false,
  external: true,
  subnets: [],
  options: {},
};

function documentOf(kind: NetworkKind, index: number, random: Random): NetworkDocument {
  const name = `${random.pick(LETTERS)}${String(index)}`;
  const isDual = kind === 'dual' || kind === 'internal-dual';
  return {
    id: `reach/${name}`,
    name,
    host: 'local',
    driver: kind === 'macvlan' ? 'macvlan' : 'bridge',
    internal: kind.startsWith('internal'),
    ipv6: isDual,
    external: false,
    subnets: [subnetOf(kind, index), ...(isDual ? [ipv6SubnetOf(index)] : [])],
    options: optionsOf(kind, index),
  };
}

function subnetOf(kind: NetworkKind, index: number): NetworkDocument['subnets'][number] {
  if (kind === 'macvlan') return { cidr: '192.168.216.0/24', gateway: PLAN.router.ipv4 };
  const block = `10.80.${String(index + 1)}`;
  return { cidr: `${block}.0/24`, gateway: `${block}.1` };
}

function ipv6SubnetOf(index: number): NetworkDocument['subnets'][number] {
  const block = `fd00:80:${String(index + 1)}`;
  return { cidr: `${block}::/64`, gateway: `${block}::1` };
}

function optionsOf(kind: NetworkKind, index: number): Record<string, string> {
  if (kind === 'macvlan') return { parent: 'eth0' };
  return {
    'com.docker.network.bridge.name': `br-reach${String(index)}`,
    ...(kind === 'icc-off' ? { 'com.docker.network.bridge.enable_icc': 'false' } : {}),
    ...(kind === 'no-masquerade'
      ? { 'com.docker.network.bridge.enable_ip_masquerade': 'false' }
      : {}),
  };
}

/** A container's fixed addresses in a network; none on the default bridge. */
export function addressesIn(
  network: NetworkDocument,
  member: number,
): { ipv4?: string; ipv6?: string } {
  const [first, second] = network.subnets;
  if (first === undefined) return {};
  const last = network.driver === 'macvlan' ? 200 + member : 10 + member;
  const ipv4 = first.cidr.replace(/\.0\/24$/, `.${String(last)}`);
  if (second === undefined) return { ipv4 };
  return { ipv4, ipv6: second.cidr.replace('::/64', `::${String(last)}`) };
}
