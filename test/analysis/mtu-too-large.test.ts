import { mtuTooLarge } from '../../src/analysis/rules/mtu-too-large';
import { messages, type HostPart, type NetworkPart } from './topologies';

const uplink = (mtuBytes: number): Omit<HostPart, 'id'> => ({
  interfaces: [{ name: 'eth0', addresses: ['192.168.1.5/24'], mtuBytes }],
});
const mtu = (bytes: number): NetworkPart['options'] => ({
  'com.docker.network.driver.mtu': String(bytes),
});
const found = (host: Omit<HostPart, 'id'>, network: Partial<NetworkPart> = {}): string[] =>
  messages(mtuTooLarge, {
    hosts: [{ id: 'local', ...host }],
    networks: [{ id: 'net', ...network }],
  });

test.each<readonly [string, number, Partial<NetworkPart>, number]>([
  ['a bridge', 1499, {}, 1],
  ['a bridge', 1500, {}, 0],
  ['a bridge with an mtu', 1450, { options: mtu(1451) }, 1],
  ['a bridge with an mtu', 1450, { options: mtu(1450) }, 0],
  ['an overlay network', 1499, { driver: 'overlay' }, 1],
  ['an overlay network', 1500, { driver: 'overlay' }, 0],
  ['an overlay network with an mtu', 1500, { driver: 'overlay', options: mtu(1451) }, 1],
  ['an overlay network with an mtu', 9000, { driver: 'overlay', options: mtu(8950) }, 0],
])('compares %s with a way out of %d bytes: %j', (_what, out, network, count) => {
  expect(found(uplink(out), network)).toHaveLength(count);
});

test('says what VXLAN takes', () => {
  expect(found(uplink(1450), { driver: 'overlay' })).toEqual([
    'net: its packets have up to 1450 bytes, and eth0 of host local carries 1450, of which VXLAN takes 50; set mtuBytes to 1400 [MTU_TOO_LARGE]',
  ]);
});

const tunnel: Omit<HostPart, 'id'> = {
  interfaces: [
    { name: 'eth0', addresses: ['192.168.1.5/24'], mtuBytes: 1500 },
    { name: 'wg0', addresses: ['10.8.0.2/24'], mtuBytes: 1420 },
  ],
};

test('takes the interface of the default route', () => {
  const routes = (name: string) => [{ destination: '0.0.0.0/0', interface: name }];
  expect(found({ ...tunnel, routes: routes('wg0') })).toEqual([
    expect.stringContaining('wg0 of host local carries 1420'),
  ]);
  expect(found({ ...tunnel, routes: routes('eth0') })).toEqual([]);
});

test.each<readonly [string, Omit<HostPart, 'id'>, Partial<NetworkPart>]>([
  ['a host with several ways out', tunnel, {}],
  ['a host of which nothing is known', {}, {}],
  [
    'an mtu of the daemon, which DAEMON_MTU_NOT_APPLIED tells',
    { ...uplink(1400), daemon: { mtu: 1400 } },
    {},
  ],
  [
    'an mtu that only Terraform knows',
    uplink(1400),
    { unknown: ['options/com.docker.network.driver.mtu'] },
  ],
  ['an internal network', uplink(1400), { internal: true }],
  ['a macvlan network, which has its parent’s', uplink(1400), { driver: 'macvlan' }],
  ['a network that exists already', uplink(1400), { external: true }],
])('says nothing of %s', (_what, host, network) => {
  expect(found(host, network)).toEqual([]);
});
