import { subnetTooSmall } from '../../src/analysis/rules/subnet-too-small';
import { blocks, messages, places, type HostPart } from './topologies';

const found = (cidr: string, host: Omit<HostPart, 'id'> = {}): string[] =>
  messages(subnetTooSmall, {
    hosts: [{ id: 'local', ...host }],
    networks: [{ id: 'net', subnets: blocks(cidr) }],
  });

test.each([
  ['10.0.0.0/32', 'has one address, and the gateway takes it'],
  ['10.0.0.0/31', 'has two addresses, which engines before 23 keep for network and broadcast'],
  ['fd00:1::/128', 'has one address, and the gateway takes it'],
  ['fd00:1::/127', 'has two addresses: Docker keeps one, and the gateway takes the other'],
])('finds %s', (cidr, problem) => {
  expect(found(cidr)).toEqual([expect.stringContaining(problem)]);
});

test.each(['10.0.0.0/30', 'fd00:1::/126', '10.0.0.0/8'])('lets %s pass', (cidr) => {
  expect(found(cidr)).toEqual([]);
});

test.each([
  ['20.10.24', 1],
  ['22.06', 1],
  ['23.0', 0],
  ['28.5.2', 0],
])('knows what engine %s does with two IPv4 addresses', (engineVersion, count) => {
  expect(found('10.0.0.0/31', { engineVersion })).toHaveLength(count);
});

test('says nothing of existing networks', () => {
  const networks = [{ id: 'net', external: true, subnets: blocks('10.0.0.0/32') }];
  expect(places(subnetTooSmall, { networks })).toEqual([]);
});
