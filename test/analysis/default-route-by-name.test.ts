import { defaultRouteByName } from '../../src/analysis/rules/default-route-by-name';
import { defaultBridge, messages, places, type NetworkPart } from './topologies';

const publish = [{ containerPort: 80, hostPort: 8080, protocol: 'tcp' as const }];
const MASQUERADE = 'com.docker.network.bridge.enable_ip_masquerade';

function between(a: Partial<NetworkPart>, b: Partial<NetworkPart>): NetworkPart[] {
  return [
    { id: 'shop/a', ...a },
    { id: 'shop/b', ...b },
  ];
}

const attachments = [{ network: 'shop/b' }, { network: 'shop/a' }];

test.each<[string, NetworkPart[], readonly string[]]>([
  ['two bridges', between({}, {}), ['shop/web']],
  ['one of them internal', between({ internal: true }, {}), []],
  ['one of them an overlay', between({ driver: 'overlay' }, {}), []],
  ['one of them with IPv6', between({}, { ipv6: true }), []],
  ['both with IPv6', between({ ipv6: true }, { ipv6: true }), ['shop/web']],
  ['a name that only Terraform knows', between({ name: undefined }, {}), []],
  ['one that is not in the topology', [{ id: 'shop/a' }], []],
  [
    'a routed ipvlan network',
    between({ driver: 'ipvlan', options: { ipvlan_mode: 'l3' } }, {}),
    [],
  ],
])('of a publisher in %s', (_, networks, found) => {
  const containers = [{ id: 'shop/web', attachments, publish }];
  expect(places(defaultRouteByName, { networks, containers })).toEqual(found);
});

test.each<[string, NetworkPart[], readonly string[]]>([
  ['like bridges', between({}, {}), []],
  ['a bridge and a macvlan network', between({ driver: 'macvlan' }, {}), ['shop/web']],
  [
    'a bridge without masquerade',
    between({ options: { [MASQUERADE]: 'false' } }, {}),
    ['shop/web'],
  ],
  ['a bridge that spells the default', between({ options: { [MASQUERADE]: 'true' } }, {}), []],
])('of a container that publishes nothing, in %s', (_, networks, found) => {
  const containers = [{ id: 'shop/web', attachments }];
  expect(places(defaultRouteByName, { networks, containers })).toEqual(found);
});

test('finds nothing where a priority decides, even 0', () => {
  const [first, second] = attachments;
  const decided = [{ ...first, network: 'shop/b', gatewayPriority: 0 }, second ?? { network: '' }];
  const containers = [{ id: 'shop/web', attachments: decided, publish }];
  expect(places(defaultRouteByName, { networks: between({}, {}), containers })).toEqual([]);
});

test.each([
  ['bridge', 'aa', 'shop/a'],
  ['bridge', 'zz', 'the default bridge'],
  ['bridge', 'Zz', 'shop/a'],
])('orders the names %s and %s as Docker does: %s', (_, name, winner) => {
  const networks = [defaultBridge(), { id: 'shop/a', name }];
  const both = [{ network: 'local:bridge' }, { network: 'shop/a' }];
  const containers = [{ id: 'shop/web', attachments: both, publish }];
  expect(messages(defaultRouteByName, { networks, containers })).toEqual([
    `shop/web: its default route and its published ports are in ${winner}, the first by name of the default bridge and shop/a; give one of them a gatewayPriority (engine 28), or a name that comes first on purpose [DEFAULT_ROUTE_BY_NAME]`,
  ]);
});
