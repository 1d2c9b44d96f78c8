import type { DaemonSettings } from 'portolan/topology';
import { defaultGatewayUnusable } from '../../src/analysis/rules/default-gateway-unusable';
import { places } from './topologies';

const found = (daemon: DaemonSettings): string[] =>
  places(defaultGatewayUnusable, { hosts: [{ id: 'local', daemon }, { id: 'nas' }] });

const bip = '172.19.0.1/16';

test.each([
  ['outside the block', '10.0.0.1'],
  ['the address of the bridge', '172.19.0.1'],
])('finds a gateway that is %s', (_where, defaultGateway) => {
  expect(found({ bip, defaultGateway })).toEqual(['local']);
});

test.each<DaemonSettings>([
  { bip, defaultGateway: '172.19.0.254' },
  { bip },
  { defaultGateway: '10.0.0.1' },
  { bip: 'wrong', defaultGateway: '10.0.0.1' },
  { bip, defaultGateway: 'wrong' },
])('lets %j pass', (daemon) => {
  expect(found(daemon)).toEqual([]);
});
