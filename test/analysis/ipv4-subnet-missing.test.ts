import { ipv4SubnetMissing } from '../../src/analysis/rules/ipv4-subnet-missing';
import { blocks, messages, places, type NetworkPart } from './topologies';

const IPV4_OFF = { 'com.docker.network.enable_ipv4': 'false' };

const found = (network: Partial<NetworkPart>, engineVersion?: string): string[] =>
  messages(ipv4SubnetMissing, {
    hosts: [{ id: 'local', ...(engineVersion === undefined ? {} : { engineVersion }) }],
    networks: [{ id: 'net', ipv6: true, subnets: blocks('fd00:1::/64'), ...network }],
  });

test.each([
  ['28.0', 0],
  ['27.5.1', 1],
  [undefined, 1],
])('knows what engine %s does when IPv4 is switched off', (engineVersion, count) => {
  expect(found({ options: IPV4_OFF }, engineVersion)).toHaveLength(count);
});

test('finds an IPv6 block alone on a new engine, too, where IPv4 is on', () => {
  expect(found({}, '28.0')).toEqual([
    'net: its subnets are IPv6 only: Docker adds an IPv4 one, and the provider replaces the network at every plan; add an IPv4 subnet, or set ipv4 to false (engine 28) [IPV4_SUBNET_MISSING]',
  ]);
});

test.each([
  ['both blocks', { subnets: blocks('10.0.0.0/24', 'fd00:1::/64') }],
  ['no block', { subnets: [] }],
  ['IPv6 off', { ipv6: false }],
  ['a block that only Terraform knows', { subnets: [{}, { cidr: 'fd00:1::/64' }] }],
  ['blocks that only Terraform knows', { unknown: ['subnets'] }],
])('says nothing of a network with %s', (_what, network) => {
  expect(found(network)).toEqual([]);
});

test('says nothing of networks that exist already', () => {
  const networks = [{ id: 'net', external: true, ipv6: true, subnets: blocks('fd00:1::/64') }];
  expect(places(ipv4SubnetMissing, { networks })).toEqual([]);
});
