import type { DaemonSettings } from 'portolan/topology';
import { bipUnusable } from '../../src/analysis/rules/bip-unusable';
import { places } from './topologies';

const found = (daemon: DaemonSettings): string[] =>
  places(bipUnusable, { hosts: [{ id: 'local', daemon }, { id: 'nas' }] });

test.each([
  ['the network', '172.19.0.0/16'],
  ['broadcast', '192.168.200.255/24'],
  ['loopback', '127.0.0.2/8'],
  ['multicast', '224.0.0.1/24'],
  ['without room', '172.19.0.1/31'],
  ['without prefix length', '172.19.0.1'],
  ['of the other IP version', 'fd00::1/64'],
])('finds an address that is %s', (_what, bip) => {
  expect(found({ bip })).toEqual(['local']);
});

test.each(['172.19.0.1/16', '172.19.255.254/16', '10.0.0.2/30', undefined])(
  'lets %s pass',
  (bip) => {
    expect(found({ bip })).toEqual([]);
  },
);
