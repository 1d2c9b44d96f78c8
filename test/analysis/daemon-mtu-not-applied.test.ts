import { daemonMtuNotApplied } from '../../src/analysis/rules/daemon-mtu-not-applied';
import { defaultBridge, places, type NetworkPart } from './topologies';

const found = (mtu: number | undefined, network: Partial<NetworkPart> = {}): string[] =>
  places(daemonMtuNotApplied, {
    hosts: [{ id: 'local', daemon: { mtu } }, { id: 'nas' }],
    networks: [{ id: 'net', ...network }, defaultBridge()],
  });

test.each([1400, 1501, 9000])('finds an mtu of %d', (mtu) => {
  expect(found(mtu)).toEqual(['net']);
});

test.each([1500, undefined])('lets an mtu of %s pass', (mtu) => {
  expect(found(mtu)).toEqual([]);
});

test.each([
  ['has an mtu of its own', { options: { 'com.docker.network.driver.mtu': '1450' } }],
  ['has an mtu that only Terraform knows', { unknown: ['options/com.docker.network.driver.mtu'] }],
  ['is internal', { internal: true }],
  ['is on another host', { host: 'nas' }],
  ['is no bridge', { driver: 'macvlan' }],
  ['exists already', { external: true }],
])('says nothing of a network that %s', (_why, network) => {
  expect(found(1400, network)).toEqual([]);
});
