import { peerNameUnknown as rule } from '../../src/analysis/rules/peer-name-unknown';
import {
  defaultBridge,
  inNetworks,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const bridge = defaultBridge();
const networks: readonly NetworkPart[] = [{ id: 'back' }, { id: 'front' }, bridge];
const env = { DB_HOST: 'db' };
const db: ContainerPart = { id: 'db', ...inNetworks('back') };

test.each<[string, ContainerPart, ContainerPart]>([
  ['the two share no network', { id: 'web', env, ...inNetworks('front') }, db],
  [
    'the default bridge has no names',
    { id: 'web', env, ...inNetworks(bridge.id) },
    { id: 'db', ...inNetworks(bridge.id) },
  ],
  [
    'it has that name in another network than front',
    { id: 'web', env, ...inNetworks('front') },
    {
      id: 'db001',
      attachments: [{ network: 'front' }, { network: 'back', aliases: ['db'] }],
    },
  ],
  ['in host mode there are no names of containers', { id: 'web', env, mode: 'host' }, db],
  ['it has no network', { id: 'web', env, mode: 'none' }, db],
])('says why: %s', (why, ...containers) => {
  const found = messages(rule, { networks, containers });
  expect(found).toEqual([expect.stringContaining(`: ${why}; `)]);
});

test('advises a container in host mode to go by the host', () => {
  const containers = [{ id: 'web', env, mode: 'host' as const }, db];
  expect(messages(rule, { networks, containers })).toEqual([
    expect.stringContaining('publish the port of db on 127.0.0.1'),
  ]);
});

test('looks from the container whose network is shared', () => {
  const containers: ContainerPart[] = [
    { id: 'vpn', ...inNetworks('front') },
    { id: 'web', env, mode: 'container', modeContainer: 'vpn' },
    db,
  ];
  expect(places(rule, { networks, containers })).toEqual(['web']);
});

test.each<[string, ContainerPart, ContainerPart]>([
  ['knows the name', { id: 'web', env, ...inNetworks('front', 'back') }, db],
  [
    'is in a network of which not everybody is known',
    { id: 'web', env, ...inNetworks('other') },
    db,
  ],
  ['has the name itself', { id: 'web', env, hostname: 'db', ...inNetworks('front') }, db],
  [
    'has a line in its hosts file',
    { id: 'web', env, extraHosts: [{ host: 'db', address: '10.0.0.20' }], ...inNetworks('front') },
    db,
  ],
  [
    'has a variable that only Terraform knows',
    { id: 'web', unknown: ['env/DB_HOST'], ...inNetworks('front') },
    db,
  ],
  [
    'names the construct id of another stack',
    { id: 'blog/web', stack: 'blog', env, ...inNetworks('front') },
    { id: 'shop/db', stack: 'shop', attachments: [{ network: 'back', aliases: ['db'] }] },
  ],
])('says nothing of a container that %s', (_, ...containers) => {
  const parts = { networks: [...networks, { id: 'other', external: true }], containers };
  expect(messages(rule, parts)).toEqual([]);
});

test('does not take a container of another host for the one that is meant', () => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  const containers = [
    { id: 'web', env, ...inNetworks('front') },
    { id: 'db', host: 'far' },
  ];
  expect(messages(rule, { hosts, networks, containers })).toEqual([]);
});
