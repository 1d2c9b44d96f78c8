import { checkTopology } from '../../src/analysis/check';
import { intentReached } from '../../src/analysis/rules/intent-reached';
import type { Intent } from '../../src/topology/intent';
import { neverReaches, onlyReachedBy, reaches, shopWith } from './intents';
import {
  defaultBridge,
  inNetworks,
  messages,
  places,
  topologyOf,
  type ContainerPart,
  type HostPart,
} from './topologies';

const tcp = { protocol: 'tcp' } as const;
const LISTENS = { listens: [{ port: 3306, ...tcp }] };
const APP: ContainerPart = { id: 'shop/app', ...inNetworks('shop/front', 'shop/back') };
const CACHE: ContainerPart = { id: 'shop/cache', ...inNetworks('shop/back') };
const SIDE: ContainerPart = { id: 'shop/side', mode: 'container', modeContainer: 'shop/db' };
const HOSTED: ContainerPart = { id: 'shop/agent', mode: 'host' };

function published(hostIp?: string): ContainerPart {
  const publish = [{ containerPort: 3306, hostPort: 3306, ...tcp, ...(hostIp && { hostIp }) }];
  return { id: 'shop/db', publish, ...LISTENS, ...inNetworks('shop/own') };
}

function own(parts: ReturnType<typeof shopWith>): ReturnType<typeof shopWith> {
  const network = { id: 'shop/own', subnets: [{ cidr: '10.82.0.0/24' }] };
  return { ...parts, networks: [...(parts.networks ?? []), network, defaultBridge()] };
}

test.each<[string, Intent, ContainerPart[], Partial<HostPart>?]>([
  ['no network in common', neverReaches('shop/web', 'shop/db'), []],
  ['another port', neverReaches('shop/app', 'shop/db', 5432), [APP]],
  ['what is reached and may be', reaches('shop/app', 'shop/db'), [APP]],
  ['a port for loopback alone', neverReaches('shop/web', 'shop/db'), [published('127.0.0.1')]],
  ['a neighbour of engine 28', neverReaches('lan:local', 'shop/db'), [published('127.0.0.1')]],
  ['only those who may', onlyReachedBy('shop/db', ['shop/app']), [APP]],
  [
    'only those who may, each of two',
    onlyReachedBy('shop/db', ['shop/app', CACHE.id]),
    [APP, CACHE],
  ],
  ['nobody', onlyReachedBy('shop/db', []), []],
  [
    'neighbours who may',
    onlyReachedBy('shop/db', ['shop/web', 'lan:local', 'outside']),
    [published()],
  ],
  [
    'a network where containers are kept apart',
    onlyReachedBy('shop/db', []),
    [
      { id: 'shop/db', ...LISTENS, ...inNetworks('local:bridge') },
      { id: 'shop/app', ...inNetworks('local:bridge') },
    ],
    { daemon: { icc: false } },
  ],
])('is content with %s', (_, intent, containers, ...[host]) => {
  expect(messages(intentReached, own(shopWith([intent], containers, host)))).toEqual([]);
});

test.each<[string, Intent, ContainerPart[], string, Partial<HostPart>?]>([
  ['a shared network', neverReaches('shop/app', 'shop/db', 3306), [APP], 'by name shop-db'],
  ['any of its ports', neverReaches('shop/app', 'shop/db'), [APP], 'on port 3306/tcp'],
  [
    'a published port from another network',
    neverReaches('shop/web', 'shop/db'),
    [published()],
    'by the gateway 10.80.0.1 of shop/front',
  ],
  ['neighbours', neverReaches('lan:local', 'shop/db'), [published()], 'lan:local reaches'],
  [
    'neighbours with routes of their own, on an old engine',
    neverReaches('lan:local', 'shop/db'),
    [published('127.0.0.1')],
    'lan-routed:local reaches shop/db by its address in shop/own',
    { engineVersion: '20.10.24' },
  ],
  ['one too many', onlyReachedBy('shop/db', ['shop/app']), [APP, CACHE], 'shop/cache reaches'],
  ['nobody but some', onlyReachedBy('shop/db', []), [APP, CACHE], 'shop/app and shop/cache reach'],
  ['who shares its network stack', onlyReachedBy('shop/db', []), [SIDE], 'shop/side reaches'],
  [
    'who shares the network stack of one who may',
    onlyReachedBy('shop/db', ['shop/cache']),
    [CACHE, { ...SIDE, modeContainer: 'shop/cache' }],
    'shop/side reaches',
  ],
  ['who has the network of the host', onlyReachedBy('shop/db', []), [HOSTED], 'shop/agent reaches'],
  ['neighbours who may not', onlyReachedBy('shop/db', ['shop/web']), [published()], 'lan:local'],
])('finds %s', (_, intent, containers, text, ...[host]) => {
  const found = messages(intentReached, own(shopWith([intent], containers, host)));
  expect(found).toEqual([expect.stringContaining(text)]);
  expect(found[0]).toMatch(/^shop\/db: stack shop means that /);
});

test('says who gets through and on which path, and what would close it', () => {
  const parts = shopWith([onlyReachedBy('shop/db', ['shop/app'], 3306)], [APP, CACHE]);
  expect(messages(intentReached, parts)).toEqual([
    'shop/db: stack shop means that shop/db:3306/tcp is reached by shop/app only, and shop/cache ' +
      'reaches shop/db:3306/tcp by name shop-db (shop/cache > dns 127.0.0.11 (shop/back) > bridge ' +
      'shop/back > shop/db); leave them no network in common, such as shop/back [INTENT_REACHED]',
  ]);
});

test('says of a published port that loopback would close it', () => {
  const parts = own(shopWith([neverReaches('shop/web', 'shop/db')], [published()]));
  expect(messages(intentReached, parts)[0]).toContain('publish the port of shop/db on 127.0.0.1');
});

test('an accepted one is no error', () => {
  const topology = topologyOf(shopWith([neverReaches('shop/app', 'shop/db')], [APP]));
  const accepted = [{ code: 'INTENT_REACHED', at: 'shop/db', reason: 'until the move' }];
  const checked = checkTopology({ ...topology, accepted });
  expect(checked.findings.filter(({ code }) => code.startsWith('INTENT'))).toEqual([]);
  expect(checked.accepted).toEqual([expect.objectContaining({ reason: 'until the move' })]);
});

test('ten thousand containers that are alike are asked once', () => {
  const many = Array.from({ length: 10_000 }, (_, index): ContainerPart => {
    return { id: `shop/c${String(index)}`, ...inNetworks('shop/front') };
  });
  const parts = shopWith([onlyReachedBy('shop/web', [], 80)], many);
  const start = performance.now();
  expect(places(intentReached, parts)).toEqual(['shop/web']);
  expect(messages(intentReached, parts)[0]).toContain('shop/c0, shop/c1 and 9998 more reach');
  // Twice forwards and twice backwards, with reading and indexing; asking each one takes minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);
