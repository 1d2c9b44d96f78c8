import { ipv6SubnetMissing } from '../../src/analysis/rules/ipv6-subnet-missing';
import { blocks, messages, type HostPart, type NetworkPart } from './topologies';

const found = (network: Partial<NetworkPart>, host: Omit<HostPart, 'id'> = {}): string[] =>
  messages(ipv6SubnetMissing, {
    hosts: [{ id: 'local', ...host }],
    networks: [{ id: 'net', ipv6: true, ...network }],
  });

const ipv4 = { subnets: blocks('10.0.0.0/24') };

test.each([
  ['26.1', 'which engines before 27 refuse, and host local has engine 26.1'],
  ['27.0', 'Docker adds one, and the provider replaces the network at every plan'],
])('knows what engine %s does with an IPv4 block alone', (engineVersion, text) => {
  expect(found(ipv4, { engineVersion })).toEqual([expect.stringContaining(text)]);
});

test.each([
  ['26.1', 1],
  ['27.0', 0],
])('knows what engine %s does with no block at all', (engineVersion, count) => {
  expect(found({}, { engineVersion })).toHaveLength(count);
});

test('advises both blocks where there is none', () => {
  expect(found({})[0]).toContain(
    "add one of each family, such as { cidr: '172.27.0.0/16' } and { cidr: 'fd00:1::/64' } [",
  );
});

test('takes IPv6 pools of an old engine into account', () => {
  const addressPools = [{ base: 'fd00:aa::/48', size: 64 }];
  expect(found({}, { engineVersion: '26.1', addressPools })).toEqual([]);
});

test.each([
  ['an IPv6 block', { subnets: blocks('10.0.0.0/24', 'fd00:1::/64') }],
  ['IPv6 off', { ...ipv4, ipv6: false }],
  ['a block that only Terraform knows', { subnets: [{ cidr: '10.0.0.0/24' }, {}] }],
  ['blocks that only Terraform knows', { ...ipv4, unknown: ['subnets/1'] }],
  ['a life of its own already', { ...ipv4, external: true }],
])('says nothing of a network with %s', (_what, network) => {
  expect(found(network)).toEqual([]);
});
