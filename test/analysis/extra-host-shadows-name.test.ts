import { extraHostShadowsName as rule } from '../../src/analysis/rules/extra-host-shadows-name';
import {
  defaultBridge,
  inNetworks,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const networks: readonly NetworkPart[] = [{ id: 'back' }, { id: 'front' }];

function web(host: string, address: string, ...at: readonly string[]): ContainerPart {
  return { id: 'web', extraHosts: [{ host, address }], ...inNetworks(...at) };
}

function db(attachment: Partial<NonNullable<ContainerPart['attachments']>[number]>): ContainerPart {
  return { id: 'db', attachments: [{ network: 'back', ...attachment }] };
}

test.each([
  ['another address', '10.0.0.20'],
  ['the host', 'host-gateway'],
])('reports a name of a neighbour sent to %s', (_, address) => {
  const containers = [web('DB', address, 'front', 'back'), db({})];
  expect(places(rule, { networks, containers })).toEqual(['web']);
});

test.each<[string, ContainerPart, ContainerPart]>([
  ['is in another network', web('db', '10.0.0.20', 'front'), db({})],
  ['has the address', web('db', '10.9.0.5', 'back'), db({ ipv4: '10.9.0.5' })],
  ['has the IPv6 address', web('db', 'fd00::5', 'back'), db({ ipv6: 'fd00:0:0::0005' })],
  [
    'may have the address, which only Terraform knows',
    web('db', '10.9.0.5', 'back'),
    { ...db({}), unknown: ['attachments/0/ipv4'] },
  ],
])('lets a line pass whose neighbour %s', (_, ...containers) => {
  expect(messages(rule, { networks, containers })).toEqual([]);
});

test("lets a line for the container's own name pass", () => {
  const containers = [web('web', '127.0.1.1', 'back')];
  expect(messages(rule, { networks, containers })).toEqual([]);
});

test('lets a line pass that gives the default bridge the names it has not', () => {
  const bridge = defaultBridge();
  const containers = [web('db', '10.0.0.20', bridge.id), { id: 'db', ...inNetworks(bridge.id) }];
  expect(messages(rule, { networks: [bridge], containers })).toEqual([]);
});

test('lets a line pass to one of several that have the name', () => {
  const containers = [
    web('db', '10.9.0.6', 'back'),
    { id: 'db1', attachments: [{ network: 'back', aliases: ['db'], ipv4: '10.9.0.5' }] },
    { id: 'db2', attachments: [{ network: 'back', aliases: ['db'], ipv4: '10.9.0.6' }] },
  ];
  expect(messages(rule, { networks, containers })).toEqual([]);
});

test('sees the neighbour through a network that the other stack refers to', () => {
  const containers = [
    web('db', '10.0.0.20', 'blog/back'),
    { id: 'db', ...inNetworks('shop/back') },
  ];
  const shared = [
    { id: 'blog/back', name: 'shared', external: true },
    { id: 'shop/back', name: 'shared' },
  ];
  expect(places(rule, { networks: shared, containers })).toEqual(['web']);
});
