import { subnetOnDefaultBridge } from '../../src/analysis/rules/subnet-on-default-bridge';
import { blocks, places, type HostPart } from './topologies';

const found = (host: Omit<HostPart, 'id'>, ...cidrs: string[]): string[] =>
  places(subnetOnDefaultBridge, {
    hosts: [{ id: 'local', ...host }],
    networks: cidrs.map((cidr) => ({ id: cidr, subnets: blocks(cidr) })),
  });

test.each([
  ['172.17.255.0/24', true],
  ['172.16.0.0/12', true],
  ['172.18.0.0/16', false],
  ['fd00:1::/64', false],
])('compares %s with the first of the pools', (cidr, isFound) => {
  expect(found({}, cidr)).toEqual(isFound ? [cidr] : []);
});

test.each([
  ['interface', { interfaces: [{ name: 'eth0', addresses: ['172.17.0.9/16'] }] }],
  ['route', { routes: [{ destination: '172.17.4.0/24', via: '192.168.1.1' }] }],
])('goes on to the second block where the host has an %s in the first', (_what, host) => {
  expect(found(host, '172.17.0.0/16', '172.18.0.0/16')).toEqual(['172.18.0.0/16']);
});

test('takes the first block of pools that the engine was given', () => {
  const host = { addressPools: [{ base: '10.200.0.0/16', size: 24 }] };
  expect(found(host, '172.17.0.0/16', '10.200.0.0/24', '10.200.1.0/24')).toEqual(['10.200.0.0/24']);
});

test.each([
  ['has bip', { daemon: { bip: '172.17.0.1/16' } }],
  ['has another bridge', { daemon: { bridge: 'br0' } }],
  ['shows docker0', { interfaces: [{ name: 'docker0', addresses: ['172.17.0.1/16'] }] }],
])('guesses nothing where the host %s', (_what, host) => {
  expect(found(host, '172.17.0.0/16')).toEqual([]);
});

test('does not look at overlay networks and existing ones', () => {
  const subnets = blocks('172.17.0.0/16');
  const networks = [
    { id: 'mesh', driver: 'overlay', subnets },
    { id: 'legacy', external: true, subnets },
  ];
  expect(places(subnetOnDefaultBridge, { networks })).toEqual([]);
});
