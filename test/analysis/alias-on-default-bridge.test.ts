import { aliasOnDefaultBridge } from '../../src/analysis/rules/alias-on-default-bridge';
import { defaultBridge, messages, places } from './topologies';

const networks = [
  defaultBridge(),
  { id: 'shop/bridge', name: 'bridge', external: true },
  { id: 'shop/back' },
];

test.each([
  ['local:bridge', ['db'], ['shop/web']],
  ['shop/bridge', ['db'], ['shop/web']],
  ['local:bridge', [], []],
  ['shop/back', ['db'], []],
])('in %s with the aliases %j it finds %j', (network, aliases, found) => {
  const containers = [{ id: 'shop/web', attachments: [{ network, aliases }] }];
  expect(places(aliasOnDefaultBridge, { networks, containers })).toEqual(found);
});

test('names all aliases at once', () => {
  const attachments = [{ network: 'local:bridge', aliases: ['db', 'mysql'] }];
  const containers = [{ id: 'shop/web', attachments }];
  expect(messages(aliasOnDefaultBridge, { networks, containers })).toEqual([
    'shop/web: it has the aliases db and mysql on the default bridge, which has no names; put it into a network of your own, and whoever looks it up, too [ALIAS_ON_DEFAULT_BRIDGE]',
  ]);
});
