import { subnetsOfOneFamily } from '../../src/analysis/rules/subnets-of-one-family';
import { blocks, messages, places, type NetworkPart } from './topologies';

const found = (network: Partial<NetworkPart>): string[] =>
  messages(subnetsOfOneFamily, { networks: [{ id: 'net', ...network }] });

test('lets a bridge have a block of each IP version', () => {
  expect(found({ ipv6: true, subnets: blocks('10.0.0.0/24', 'fd00:1::/64') })).toEqual([]);
});

test('names all blocks of the version once', () => {
  const subnets = blocks('10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24', 'fd00:1::/64');
  expect(found({ ipv6: true, subnets })).toEqual([
    'net: it has 3 IPv4 subnets, 10.0.0.0/24, 10.0.1.0/24 and 10.0.2.0/24, and a bridge takes one; take one larger block, or a network for each [SUBNETS_OF_ONE_FAMILY]',
  ]);
});

test('finds both versions', () => {
  const subnets = blocks('10.0.0.0/24', '10.0.1.0/24', 'fd00:1::/64', 'fd00:2::/64');
  expect(found({ ipv6: true, subnets })).toHaveLength(2);
});

test.each(['macvlan', 'ipvlan', 'overlay', 'weave'])('lets %s networks have several', (driver) => {
  expect(found({ driver, subnets: blocks('10.0.0.0/24', '10.0.1.0/24') })).toEqual([]);
});

test('says nothing of networks that exist already', () => {
  const subnets = blocks('10.0.0.0/24', '10.0.1.0/24');
  expect(
    places(subnetsOfOneFamily, { networks: [{ id: 'net', external: true, subnets }] }),
  ).toEqual([]);
});
