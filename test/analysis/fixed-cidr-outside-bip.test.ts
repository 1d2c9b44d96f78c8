import type { DaemonSettings } from 'portolan/topology';
import { fixedCidrOutsideBip } from '../../src/analysis/rules/fixed-cidr-outside-bip';
import { places } from './topologies';

const found = (daemon: DaemonSettings): string[] =>
  places(fixedCidrOutsideBip, { hosts: [{ id: 'local', daemon }, { id: 'nas' }] });

const bip = '172.19.0.1/16';

test.each([
  ['elsewhere', '10.1.0.0/24'],
  ['around the block', '172.16.0.0/12'],
])('finds a range that lies %s', (_where, fixedCidr) => {
  expect(found({ bip, fixedCidr })).toEqual(['local']);
});

test.each<DaemonSettings>([
  { bip, fixedCidr: '172.19.1.0/24' },
  { bip, fixedCidr: '172.19.0.0/16' },
  { bip },
  { fixedCidr: '10.1.0.0/24' },
  { bip, fixedCidr: 'wrong' },
])('lets %j pass', (daemon) => {
  expect(found(daemon)).toEqual([]);
});
