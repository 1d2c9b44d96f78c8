import { subnetUnusable } from '../../src/analysis/rules/subnet-unusable';
import { blocks, messages } from './topologies';

const found = (cidr: string): string[] =>
  messages(subnetUnusable, { networks: [{ id: 'net', ipv6: true, subnets: blocks(cidr) }] });

test.each([
  ['127.0.0.0/8', 'a loopback block; write a private one, such as 172.27.0.0/16'],
  ['126.0.0.0/7', 'a loopback block'],
  ['224.1.0.0/16', 'a multicast block'],
  ['239.255.255.0/24', 'a multicast block'],
  ['::1/128', 'a loopback block; write a private one, such as fd00:1::/64'],
  ['ff15:1::/64', 'a multicast block'],
])('finds %s', (cidr, text) => {
  expect(found(cidr)).toEqual([expect.stringContaining(`subnet ${cidr} is ${text}`)]);
});

test.each(['126.255.0.0/16', '128.0.0.0/16', '223.255.255.0/24', '240.0.0.0/24', 'fe80::/64'])(
  'lets %s pass, where containers start',
  (cidr) => {
    expect(found(cidr)).toEqual([]);
  },
);
