import type { DaemonSettings } from 'portolan/topology';
import { bridgeAndBip } from '../../src/analysis/rules/bridge-and-bip';
import { places } from './topologies';

const found = (daemon: DaemonSettings): string[] =>
  places(bridgeAndBip, { hosts: [{ id: 'local', daemon }, { id: 'nas' }] });

test.each(['br0', 'none'])('finds a bip beside the bridge %s', (bridge) => {
  expect(found({ bridge, bip: '172.19.0.1/16' })).toEqual(['local']);
});

test.each<DaemonSettings>([{ bridge: 'br0' }, { bip: '172.19.0.1/16' }, {}])(
  'lets %j pass',
  (daemon) => {
    expect(found(daemon)).toEqual([]);
  },
);
