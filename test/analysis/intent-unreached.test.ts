import { intentUnreached } from '../../src/analysis/rules/intent-unreached';
import type { Intent } from '../../src/topology/intent';
import { neverReaches, reaches, shopWith } from './intents';
import { inNetworks, messages, places, type ContainerPart } from './topologies';

const BOTH: ContainerPart = { id: 'shop/app', ...inNetworks('shop/front', 'shop/back') };
const tcp = { protocol: 'tcp' } as const;
const OPEN: ContainerPart = {
  id: 'shop/db',
  publish: [{ containerPort: 3306, hostPort: 3306, ...tcp }],
  ...inNetworks('shop/front'),
};
const LOCAL: ContainerPart = {
  id: 'shop/db',
  publish: [{ containerPort: 3306, hostPort: 3306, hostIp: '127.0.0.1', ...tcp }],
  ...inNetworks('shop/front'),
};

test.each<[string, Intent, ContainerPart[]]>([
  ['a shared network', reaches('shop/app', 'shop/db', 3306), [BOTH]],
  ['any port that it answers on', reaches('shop/app', 'shop/db'), [BOTH]],
  ['the host', reaches('host:local', 'shop/db', 3306), []],
  ['a published port', reaches('lan:local', 'shop/db', 3306), [OPEN]],
  ['a published port from outside', reaches('outside', 'shop/db', 3306), [OPEN]],
  ['the outside', reaches('shop/web', 'outside'), []],
  [
    'a port of which only the intent knows',
    reaches('shop/app', 'shop/db', 5432),
    [BOTH, { id: 'shop/db', ...inNetworks('shop/back') }],
  ],
  ['a ping where no port is known', reaches('shop/web', 'shop/app'), [BOTH]],
  ['what is not to be reached', neverReaches('shop/web', 'shop/db', 3306), []],
])('is content with %s', (_, intent, containers) => {
  const host = { interfaces: [{ name: 'eth0', addresses: ['203.0.113.5/24'] }] };
  expect(messages(intentUnreached, shopWith([intent], containers, host))).toEqual([]);
});

test.each<[string, Intent, ContainerPart[], string]>([
  ['no network in common', reaches('shop/web', 'shop/db', 3306), [], 'shop/web'],
  ['a port on which nobody answers', reaches('shop/app', 'shop/db', 5432), [BOTH], 'shop/app'],
  ['a port for loopback alone', reaches('lan:local', 'shop/db', 3306), [LOCAL], 'local'],
  ['no way out', reaches('shop/db', 'outside'), [], 'shop/db'],
  ['nothing published', reaches('outside', 'shop/web', 80), [], 'shop/web'],
])('finds %s', (_, intent, containers, place) => {
  expect(places(intentUnreached, shopWith([intent], containers))).toEqual([place]);
});

test('says what stands in the way, on which path, and what would open it', () => {
  expect(messages(intentUnreached, shopWith([reaches('shop/db', 'outside')]))).toEqual([
    'shop/db: stack shop means that shop/db reaches outside, and it does not: shop/db is in internal ' +
      'networks only (shop/back), so it has no route to the outside (shop/db > route outside (none)); ' +
      'connect shop/db to a network that is not internal [INTENT_UNREACHED]',
  ]);
});

test('what a neighbour needs a route for does not count as reaching', () => {
  const old = { engineVersion: '20.10.24' };
  const parts = shopWith([reaches('lan:local', 'shop/db', 3306)], [LOCAL], old);
  expect(places(intentUnreached, parts)).toEqual(['local']);
});
