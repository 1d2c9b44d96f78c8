import { modeWithNetworks } from '../../src/analysis/rules/mode-with-networks';
import { messages, places } from './topologies';

const networks = [{ id: 'shop/back' }, { id: 'shop/front' }];
const fix = 'drop networkMode or the networks [MODE_WITH_NETWORKS]';

test.each([
  [{ mode: 'host' as const }, 'is in host mode'],
  [{ mode: 'none' as const }, 'is in none mode'],
  [{ mode: 'container' as const, modeContainer: 'shop/vpn' }, 'shares the network of shop/vpn'],
])('finds networks beside %j', (mode, text) => {
  const attachments = [{ network: 'shop/back' }];
  const containers = [{ id: 'shop/web', ...mode, attachments }];
  expect(messages(modeWithNetworks, { networks, containers })).toEqual([
    `shop/web: it ${text} and names the network shop/back; ${fix}`,
  ]);
});

test('says it once of several networks', () => {
  const attachments = networks.map(({ id }) => ({ network: id }));
  const containers = [{ id: 'shop/web', mode: 'host' as const, attachments }];
  expect(messages(modeWithNetworks, { networks, containers })).toEqual([
    `shop/web: it is in host mode and names the network shop/back and 1 more; ${fix}`,
  ]);
});

test.each(['host', 'none', 'container', 'networks'] as const)(
  'finds nothing in %s mode alone',
  (mode) => {
    expect(places(modeWithNetworks, { containers: [{ id: 'shop/web', mode }] })).toEqual([]);
  },
);

test.each([
  ['host', true, ['shop/web']],
  ['none', true, ['shop/web']],
  ['host', false, []],
  ['hosts', true, []],
])("of a network named '%s' that exists (%s) it finds %j", (name, external, found) => {
  const attachments = [{ network: 'shop/own' }];
  const containers = [{ id: 'shop/web', attachments }];
  const parts = { networks: [{ id: 'shop/own', name, external }], containers };
  expect(places(modeWithNetworks, parts)).toEqual(found);
});
