import { linkWithoutNetwork } from '../../src/analysis/rules/link-without-network';
import { defaultBridge, places, type ContainerPart } from './topologies';

const networks = [
  defaultBridge(),
  { id: 'shop/back', name: 'back' },
  { id: 'blog/back', name: 'back', external: true },
  { id: 'shop/front' },
];

function inNetwork(id: string, network: string): ContainerPart {
  return { id, attachments: [{ network }], links: id === 'shop/web' ? LINKS : [] };
}

const LINKS = [{ container: 'shop/db', aliases: ['mysql'] }];

test.each([
  ['shop/front', 'shop/back', ['shop/web']],
  ['local:bridge', 'shop/back', ['shop/web']],
  ['local:bridge', 'local:bridge', []],
  ['shop/back', 'shop/back', []],
  ['blog/back', 'shop/back', []],
  ['shop/front', 'elsewhere/back', []],
  ['elsewhere/back', 'shop/back', []],
])('in %s with a link to one in %s it finds %j', (own, others, found) => {
  const containers = [inNetwork('shop/web', own), inNetwork('shop/db', others)];
  expect(places(linkWithoutNetwork, { networks, containers })).toEqual(found);
});

test.each<[string, ContainerPart]>([
  ['is in host mode itself', { ...inNetwork('shop/web', 'shop/front'), mode: 'host' }],
  ['has no links', { ...inNetwork('shop/web', 'shop/front'), links: [] }],
  [
    'links one that is not in the topology',
    { ...inNetwork('shop/web', 'shop/front'), links: [{ container: 'blog/db' }] },
  ],
])('finds nothing of a container that %s', (_, web) => {
  const containers = [web, inNetwork('shop/db', 'shop/back')];
  expect(places(linkWithoutNetwork, { networks, containers })).toEqual([]);
});

test('finds a link to a container without network', () => {
  const containers: ContainerPart[] = [
    inNetwork('shop/web', 'shop/front'),
    { id: 'shop/db', mode: 'none' },
  ];
  expect(places(linkWithoutNetwork, { networks, containers })).toEqual(['shop/web']);
});
