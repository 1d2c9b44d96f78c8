import { addressOnDefaultBridge } from '../../src/analysis/rules/address-on-default-bridge';
import { defaultBridge, messages, places } from './topologies';

const networks = [
  defaultBridge(),
  { id: 'shop/bridge', name: 'bridge', external: true },
  { id: 'shop/back', name: 'back' },
];

test.each([
  [{ network: 'local:bridge', ipv4: '172.17.0.10' }, ['shop/web']],
  [{ network: 'local:bridge', ipv6: 'fd00::10' }, ['shop/web']],
  [{ network: 'shop/bridge', ipv4: '172.17.0.10' }, ['shop/web']],
  [{ network: 'local:bridge' }, []],
  [{ network: 'shop/back', ipv4: '172.27.0.10' }, []],
])('of %j it finds %j', (attachment, found) => {
  const containers = [{ id: 'shop/web', attachments: [attachment] }];
  expect(places(addressOnDefaultBridge, { networks, containers })).toEqual(found);
});

test('says it once of two addresses', () => {
  const attachments = [{ network: 'local:bridge', ipv4: '172.17.0.10', ipv6: 'fd00::10' }];
  const containers = [{ id: 'shop/web', attachments }];
  expect(messages(addressOnDefaultBridge, { networks, containers })).toEqual([
    'shop/web: it asks for 172.17.0.10 on the default bridge, which has no fixed addresses; put it into a network of your own, with a subnet [ADDRESS_ON_DEFAULT_BRIDGE]',
  ]);
});
