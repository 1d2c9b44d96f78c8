import { ipv6NotEnabled } from '../../src/analysis/rules/ipv6-not-enabled';
import { blocks, messages, type NetworkPart } from './topologies';

const found = (network: Partial<NetworkPart>): string[] =>
  messages(ipv6NotEnabled, {
    networks: [{ id: 'net', subnets: blocks('10.0.0.0/24', 'fd00:1::/64'), ...network }],
  });

test('names the first of several blocks', () => {
  expect(found({ subnets: blocks('fd00:1::/64', 'fd00:2::/64') })).toEqual([
    'net: Docker drops subnet fd00:1::/64 without a word, as ipv6 is off; set ipv6 to true, or drop the block [IPV6_NOT_ENABLED]',
  ]);
});

test.each(['macvlan', 'ipvlan', 'overlay'])('looks at %s networks, too', (driver) => {
  expect(found({ driver })).toHaveLength(1);
});

test.each([
  ['IPv6 on', { ipv6: true }],
  ['an IPv4 block alone', { subnets: blocks('10.0.0.0/24') }],
  ['a block that only Terraform knows', { subnets: [{}] }],
  ['a switch that only Terraform knows', { unknown: ['ipv6'] }],
  ['a life of its own already', { external: true }],
])('says nothing of a network with %s', (_what, network) => {
  expect(found(network)).toEqual([]);
});
