import { parentOfTwoDrivers } from '../../src/analysis/rules/parent-of-two-drivers';
import { places, type NetworkPart } from './topologies';

const on = (id: string, driver: string, parent: string, more: Partial<NetworkPart> = {}) => ({
  id,
  driver,
  options: { parent },
  ...more,
});

const found = (...networks: NetworkPart[]): string[] =>
  places(parentOfTwoDrivers, { hosts: [{ id: 'local' }, { id: 'nas' }], networks });

test('names an interface once, at the first ipvlan network', () => {
  expect(
    found(
      on('d', 'ipvlan', 'eth0'),
      on('c', 'ipvlan', 'eth0'),
      on('b', 'macvlan', 'eth0'),
      on('a', 'macvlan', 'eth0'),
    ),
  ).toEqual(['c']);
});

test.each([
  ['networks of one driver', [on('a', 'macvlan', 'eth0'), on('b', 'macvlan', 'eth0')]],
  ['two interfaces', [on('a', 'macvlan', 'eth0'), on('b', 'ipvlan', 'eth1')]],
  ['two VLANs', [on('a', 'macvlan', 'eth0.50'), on('b', 'ipvlan', 'eth0.60')]],
  ['two hosts', [on('a', 'macvlan', 'eth0'), on('b', 'ipvlan', 'eth0', { host: 'nas' })]],
  ['a bridge with a stray option', [on('a', 'bridge', 'eth0'), on('b', 'ipvlan', 'eth0')]],
])('lets %s pass', (_what, networks) => {
  expect(found(...networks)).toEqual([]);
});
