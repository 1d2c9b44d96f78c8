import { networkAttachedTwice } from '../../src/analysis/rules/network-attached-twice';
import { defaultBridge, messages, places } from './topologies';

const networks = [
  defaultBridge(),
  { id: 'shop/back', name: 'back' },
  { id: 'shop/front' },
  { id: 'blog/back', name: 'back', external: true },
  { id: 'blog/bridge', name: 'bridge', external: true },
];

test.each<[readonly string[], readonly string[]]>([
  [['shop/back', 'shop/front'], []],
  [['shop/back', 'shop/back'], ['shop/web']],
  [['shop/back', 'blog/back'], ['shop/web']],
  [['local:bridge', 'blog/bridge'], ['shop/web']],
  [['elsewhere/back', 'elsewhere/back'], ['shop/web']],
  [['elsewhere/back', 'elsewhere/front'], []],
])('of %j it finds %j', (ids, found) => {
  const containers = [{ id: 'shop/web', attachments: ids.map((network) => ({ network })) }];
  expect(places(networkAttachedTwice, { networks, containers })).toEqual(found);
});

test('names a network once, however often it is there', () => {
  const attachments = ['shop/back', 'blog/back', 'shop/back'].map((network) => ({ network }));
  const containers = [{ id: 'shop/web', attachments }];
  expect(messages(networkAttachedTwice, { networks, containers })).toEqual([
    'shop/web: its networks have shop/back twice, and the provider drops one of the two; put address and aliases into one entry [NETWORK_ATTACHED_TWICE]',
  ]);
});
