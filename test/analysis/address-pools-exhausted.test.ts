import { addressPoolsExhausted } from '../../src/analysis/rules/address-pools-exhausted';
import { blocks, defaultBridge, messages, type HostPart, type NetworkPart } from './topologies';

const asking = (count: number, more: Partial<NetworkPart> = {}): NetworkPart[] =>
  Array.from({ length: count }, (_, index) => ({ id: `net-${String(index)}`, ...more }));

const found = (host: Omit<HostPart, 'id'>, networks: NetworkPart[]): string[] =>
  messages(addressPoolsExhausted, { hosts: [{ id: 'local', ...host }], networks });

test('counts thirty blocks beside the default bridge', () => {
  expect(found({}, asking(30))).toEqual([]);
  expect(found({}, asking(31))[0]).toMatch(/^local: 31 networks .* has 30 blocks left for them;/);
});

test.each([
  ['an interface in one', { interfaces: [{ name: 'eth0', addresses: ['192.168.1.5/24'] }] }],
  ['a route to one', { routes: [{ destination: '172.30.0.0/16', via: '192.0.2.1' }] }],
])('loses the block where the host has %s', (_what, host) => {
  expect(found(host, asking(29))).toEqual([]);
  expect(found(host, asking(30))).toHaveLength(1);
});

test('loses the blocks that a declared network has', () => {
  const wide = { id: 'wide', subnets: blocks('172.20.0.0/14') };
  expect(found({}, [...asking(26), wide])).toEqual([]);
  expect(found({}, [...asking(27), wide])).toHaveLength(1);
});

test('takes the pools that the engine was given', () => {
  const host = { addressPools: [{ base: '10.200.0.0/24', size: 26 }] };
  expect(found(host, asking(3))).toEqual([]);
  expect(found(host, asking(4))[0]).toContain('has 3 blocks left');
});

test('gives the default bridge no block where it has one of its own', () => {
  const addressPools = [{ base: '10.200.0.0/24', size: 26 }];
  expect(found({ addressPools, daemon: { bip: '172.27.0.1/16' } }, asking(4))).toEqual([]);
});

test.each([
  ['overlay networks', { driver: 'overlay' }],
  ['existing networks', { external: true }],
  ['networks whose blocks only Terraform knows', { unknown: ['subnets'] }],
  ['networks of another IPAM driver', { ipamDriver: 'null' }],
  ['networks without IPv4', { options: { 'com.docker.network.enable_ipv4': 'false' } }],
])('does not count %s', (_what, more) => {
  expect(found({}, asking(40, more))).toEqual([]);
});

test('counts each host by itself, and not its default bridge', () => {
  const hosts = [{ id: 'local' }, { id: 'nas' }];
  const here = asking(30).concat(defaultBridge());
  const there = asking(31, { host: 'nas' }).map((one) => ({ ...one, id: `nas-${one.id}` }));
  const networks = [...here, ...there];
  expect(messages(addressPoolsExhausted, { hosts, networks })).toEqual([
    expect.stringMatching(/^nas: 31 networks/),
  ]);
});
