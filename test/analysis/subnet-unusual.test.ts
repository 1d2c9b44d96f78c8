import { subnetUnusual } from '../../src/analysis/rules/subnet-unusual';
import { blocks, messages, places } from './topologies';

const found = (cidr: string, driver = 'bridge'): string[] =>
  messages(subnetUnusual, { networks: [{ id: 'net', driver, ipv6: true, subnets: blocks(cidr) }] });

test.each([
  ['8.8.8.0/24', 'belongs to somebody on the internet'],
  ['172.32.0.0/16', 'belongs to somebody on the internet'],
  ['100.64.0.0/16', 'is kept for carriers'],
  ['169.254.7.0/24', 'is link-local'],
  ['192.0.2.0/24', 'is kept for examples in texts'],
  ['198.18.0.0/24', 'is kept for benchmarks'],
  ['240.0.0.0/24', 'is reserved'],
  ['0.1.0.0/16', 'is in 0.0.0.0/8'],
  ['2001:db8:1::/64', 'is kept for examples in texts'],
  ['2a00:1450::/64', 'belongs to somebody on the internet'],
])('says of %s that it %s', (cidr, text) => {
  expect(found(cidr)).toEqual([expect.stringContaining(`subnet ${cidr} ${text}`)]);
});

test.each(['10.0.0.0/8', '172.16.0.0/12', '172.31.255.0/24', '192.168.0.0/16', 'fd00:1::/64'])(
  'lets the private block %s pass',
  (cidr) => {
    expect(found(cidr)).toEqual([]);
  },
);

test.each(['127.0.0.0/8', '224.1.0.0/16'])('leaves %s to SUBNET_UNUSABLE', (cidr) => {
  expect(found(cidr)).toEqual([]);
});

test.each(['macvlan', 'ipvlan'])('lets a %s network have what its LAN has', (driver) => {
  expect(found('8.8.8.0/24', driver)).toEqual([]);
});

test('says nothing of networks that exist already', () => {
  const networks = [{ id: 'net', external: true, subnets: blocks('8.8.8.0/24') }];
  expect(places(subnetUnusual, { networks })).toEqual([]);
});
