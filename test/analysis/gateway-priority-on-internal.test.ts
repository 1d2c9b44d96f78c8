import { gatewayPriorityOnInternal } from '../../src/analysis/rules/gateway-priority-on-internal';
import { places } from './topologies';

const networks = [
  { id: 'shop/back', name: 'back', internal: true },
  { id: 'shop/front' },
  { id: 'blog/back', name: 'back', external: true },
];

test.each([
  ['shop/back', 1, ['shop/web']],
  ['shop/back', 0, []],
  ['shop/back', -1, []],
  ['shop/back', undefined, []],
  ['shop/front', 1, []],
  ['blog/back', 1, ['shop/web']],
  ['elsewhere/back', 1, []],
])('of %s with priority %s it finds %j', (network, gatewayPriority, found) => {
  const containers = [{ id: 'shop/web', attachments: [{ network, gatewayPriority }] }];
  expect(places(gatewayPriorityOnInternal, { networks, containers })).toEqual(found);
});

test('says it of each network', () => {
  const both = [...networks, { id: 'shop/data', internal: true }];
  const attachments = ['shop/back', 'shop/data'].map((network) => ({
    network,
    gatewayPriority: 1,
  }));
  const parts = { networks: both, containers: [{ id: 'shop/web', attachments }] };
  expect(places(gatewayPriorityOnInternal, parts)).toEqual(['shop/web', 'shop/web']);
});
