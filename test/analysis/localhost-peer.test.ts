import { localhostPeer as rule } from '../../src/analysis/rules/localhost-peer';
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
const db: ContainerPart = {
  id: 'db',
  listens: [{ port: 5432, protocol: 'tcp' }],
  ...inNetworks('back'),
};

function asking(env: Record<string, string>): ContainerPart {
  return { id: 'web', env, ...inNetworks('front', 'back') };
}

test.each<Record<string, string>>([
  { PGHOST: 'localhost' },
  { POSTGRES_SERVER: '127.0.0.1' },
  { DATABASE_URL: 'postgres://shop@127.0.1.1:5432/shop' },
])('reports %j beside a container that answers on 5432', (env) => {
  expect(places(rule, { networks, containers: [asking(env), db] })).toEqual(['web']);
});

test.each<Record<string, string>>([
  { PGHOST: 'db' },
  { DB_HOST: 'localhost' },
  { API_URL: 'http://localhost:8080' },
])('lets %j pass: it names nobody, or a port that nobody has', (env) => {
  expect(messages(rule, { networks, containers: [asking(env), db] })).toEqual([]);
});

test.each<[string, ContainerPart[]]>([
  [
    'answers on the port itself',
    [{ ...asking({ PGHOST: 'localhost' }), listens: [{ port: 5432, protocol: 'tcp' }] }],
  ],
  [
    'shares its network with another one',
    [asking({ PGHOST: 'localhost' }), { id: 'sidecar', mode: 'container', modeContainer: 'web' }],
  ],
  ['is in host mode', [{ id: 'web', mode: 'host', env: { PGHOST: 'localhost' } }]],
  [
    'has no network with the other one',
    [{ ...asking({ PGHOST: 'localhost' }), ...inNetworks('front') }],
  ],
])('says nothing of a container that %s', (_, containers) => {
  expect(messages(rule, { networks, containers: [...containers, db] })).toEqual([]);
});

test('advises a network of their own to two on the default bridge', () => {
  const containers = [
    { ...asking({ PGHOST: 'localhost' }), ...inNetworks(bridge.id) },
    { ...db, ...inNetworks(bridge.id) },
  ];
  expect(messages(rule, { networks, containers })).toEqual([
    expect.stringContaining('; put both into a network of your own, and write a name of db there'),
  ]);
});
