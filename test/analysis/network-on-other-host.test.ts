import { networkOnOtherHost } from '../../src/analysis/rules/network-on-other-host';
import { defaultBridge, messages, places, type NetworkPart } from './topologies';

const hosts = [{ id: 'local' }, { id: 'nas' }];
const web = { id: 'shop/web', attachments: [{ network: 'shop/back' }] };

test.each<[string, readonly string[], NetworkPart]>([
  ['a bridge', ['shop/web'], { id: 'shop/back', host: 'nas' }],
  ['a macvlan network', ['shop/web'], { id: 'shop/back', host: 'nas', driver: 'macvlan' }],
  ['an overlay network', [], { id: 'shop/back', host: 'nas', driver: 'overlay' }],
  ['a network of unknown driver', [], { id: 'shop/back', host: 'nas', driver: undefined }],
  ['a bridge of its own host', [], { id: 'shop/back' }],
])('looks at %s: %j', (_, found, network) => {
  expect(places(networkOnOtherHost, { hosts, networks: [network], containers: [web] })).toEqual(
    found,
  );
});

test('knows the network of another stack by its name', () => {
  const networks: NetworkPart[] = [
    { id: 'shop/back', name: 'back', host: 'nas' },
    { id: 'blog/back', name: 'back', host: 'nas', driver: undefined, external: true },
  ];
  const containers = [{ id: 'blog/web', attachments: [{ network: 'blog/back' }] }];
  expect(messages(networkOnOtherHost, { hosts, networks, containers })).toEqual([
    'blog/web: it is on host local and its network shop/back on host nas; put both on one host, publish a port, or use an overlay network of a swarm [NETWORK_ON_OTHER_HOST]',
  ]);
});

test('finds the default bridge of another host', () => {
  const containers = [
    { id: 'shop/web', attachments: [{ network: 'nas:bridge' }] },
    { id: 'shop/db', host: 'nas', attachments: [{ network: 'nas:bridge' }] },
  ];
  const networks = [defaultBridge('nas')];
  expect(places(networkOnOtherHost, { hosts, networks, containers })).toEqual(['shop/web']);
});

test('says it of each container', () => {
  const networks = [{ id: 'shop/back', host: 'nas' }];
  const containers = [web, { ...web, id: 'shop/api' }, { ...web, id: 'shop/db', host: 'nas' }];
  expect(places(networkOnOtherHost, { hosts, networks, containers })).toEqual([
    'shop/api',
    'shop/web',
  ]);
});
