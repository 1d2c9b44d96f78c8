import type { DaemonSettings } from 'portolan/topology';
import { iccOffWithoutIptables } from '../../src/analysis/rules/icc-off-without-iptables';
import { places } from './topologies';

const found = (daemon: DaemonSettings): string[] =>
  places(iccOffWithoutIptables, { hosts: [{ id: 'local', daemon }, { id: 'nas' }] });

test('finds both switched off', () => {
  expect(found({ icc: false, iptables: false })).toEqual(['local']);
});

test.each<DaemonSettings>([
  { icc: false },
  { iptables: false },
  { icc: false, iptables: true },
  { icc: true, iptables: false },
  {},
])('lets %j pass', (daemon) => {
  expect(found(daemon)).toEqual([]);
});
