import fc from 'fast-check';
import { parsePublish } from '../../../../src/notation/publish';
import {
  defaultBridge,
  type ContainerPart,
  type HostPart,
  type NetworkPart,
  type Parts,
} from '../../topologies';

const OPTION = 'com.docker.network.bridge.';

const host = fc.record(
  {
    rules: fc.array(fc.record({ from: fc.nat(3), to: fc.nat(3) }, { requiredKeys: [] }), {
      minLength: 1,
      maxLength: 2,
    }),
    engineVersion: fc.constantFrom('20.10.24', '26.1.5', '28.5.2', '29.7.2'),
    daemon: fc.record(
      {
        userlandProxy: fc.boolean(),
        iptables: fc.constantFrom(true, true, true, false),
        icc: fc.boolean(),
        allowDirectRouting: fc.boolean(),
        ip6tables: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['daemon'] },
);

const network = fc.record({
  driver: fc.constantFrom('bridge', 'bridge', 'bridge', 'bridge', 'macvlan', 'ipvlan'),
  internal: fc.constantFrom(false, false, true),
  ipv6: fc.constantFrom(false, false, true),
  options: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Record<string, string>>({}) },
    fc.record(
      {
        [`${OPTION}enable_icc`]: fc.constantFrom('true', 'false'),
        [`${OPTION}enable_ip_masquerade`]: fc.constantFrom('true', 'false'),
        [`${OPTION}gateway_mode_ipv4`]: fc.constantFrom('nat', 'routed', 'nat-unprotected'),
      },
      { requiredKeys: [] },
    ),
  ),
});

const container = fc.record({
  mode: fc.constantFrom(
    'networks',
    'networks',
    'networks',
    'networks',
    'host',
    'none',
    'container',
  ),
  places: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
  publish: fc.constantFrom(
    '',
    '',
    'H:80',
    'H:80',
    '127.0.0.1:H:80',
    '0.0.0.0:H:53/udp',
    '[::]:H:80',
  ),
  other: fc.nat(7),
  isLinked: fc.boolean(),
});

type Wish = typeof container extends fc.Arbitrary<infer T> ? T : never;

/** One or two hosts with networks of every kind and containers of every mode; ports do not clash. */
export const partsArbitrary: fc.Arbitrary<Parts> = fc
  .tuple(
    fc.array(host, { minLength: 1, maxLength: 2 }),
    fc.array(network, { minLength: 1, maxLength: 4 }),
    fc.array(container, { minLength: 2, maxLength: 8 }),
  )
  .map(([hosts, networks, wishes]) => {
    const ids = hosts.map((_, index) => `h${String(index)}`);
    const hostOf = (index: number): string => ids[index % ids.length] ?? 'h0';
    return {
      hosts: hosts.map(({ rules = [], ...one }, index): HostPart => ({
        ...one,
        id: hostOf(index),
        forwardRules: rules.flatMap((rule) => forwardRule(rule, networks.length)),
      })),
      networks: [
        ...ids.map((id) => defaultBridge(id)),
        ...networks.map((one, index) => networkPart(one, index, hostOf(index))),
      ],
      containers: wishes.map((wish, index) =>
        containerPart(wish, index, { host: hostOf(index), hosts: ids.length, networks, wishes }),
      ),
    };
  });

type Rules = NonNullable<HostPart['forwardRules']>;

/** A rule between networks that there are; without any there is none. */
function forwardRule({ from, to }: { from?: number; to?: number }, count: number): Rules {
  const id = (place: number | undefined): string | undefined =>
    place === undefined || place >= count ? undefined : `n${String(place)}`;
  const [source, target] = [id(from), id(to)];
  return source === undefined && target === undefined ? [] : [{ from: source, to: target }];
}

function networkPart(
  {
    driver,
    options,
    ...rest
  }: Pick<Required<NetworkPart>, 'driver' | 'internal' | 'ipv6' | 'options'>,
  index: number,
  host: string,
): NetworkPart {
  const isBridge = driver === 'bridge';
  return {
    ...rest,
    id: `n${String(index)}`,
    name: `n${String(index)}`,
    host,
    driver,
    options: isBridge ? options : { parent: 'eth0' },
    subnets: [{ cidr: `10.9${String(index)}.0.0/24`, gateway: `10.9${String(index)}.0.1` }],
  };
}

interface Around {
  readonly host: string;
  readonly hosts: number;
  readonly networks: readonly unknown[];
  readonly wishes: readonly Wish[];
}

function containerPart(wish: Wish, index: number, around: Around): ContainerPart {
  const { host, hosts, networks, wishes } = around;
  const id = `c${String(index)}`;
  // On the same host, and never in a circle.
  const other = index - hosts * (1 + (wish.other % 3));
  const common = { id, name: id, host };
  if (wish.mode === 'container' && other >= 0) {
    return { ...common, mode: 'container', modeContainer: `c${String(other)}` };
  }
  if (wish.mode === 'host' || wish.mode === 'none') return { ...common, mode: wish.mode };
  const here = networks.flatMap((_, at) => (at % hosts === index % hosts ? [at] : []));
  const places = new Set(wish.places.map((place) => here[place] ?? -1));
  const publish = wish.publish.replace('H', String(8000 + index));
  const linked = wishes[other]?.mode === 'networks' && wish.isLinked;
  return {
    ...common,
    attachments: [...places].map((place) => ({
      network: place < 0 ? `${host}:bridge` : `n${String(place)}`,
    })),
    publish: publish === '' ? [] : parsePublish(publish, id),
    links: linked ? [{ container: `c${String(other)}`, aliases: [] }] : [],
  };
}
