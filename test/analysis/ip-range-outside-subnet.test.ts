import { BridgeNetwork, DockerStack } from 'portolan';
import { findingsOf } from 'portolan/testing';
import { Testing } from 'cdktf';
import { ipRangeOutsideSubnet } from '../../src/analysis/rules/ip-range-outside-subnet';
import { places } from './topologies';

const found = (cidr: string, ipRange: string, external = false): string[] =>
  places(ipRangeOutsideSubnet, {
    networks: [{ id: 'net', external, subnets: [{ cidr, ipRange }] }],
  });

test.each([
  ['10.0.0.0/24', '10.0.1.0/25'],
  ['10.0.0.0/24', '10.0.0.0/23'],
  ['10.0.0.0/24', 'fd00:1::/64'],
  ['fd00:1::/64', 'fd00:1::/63'],
])('finds in %s the range %s', (cidr, ipRange) => {
  expect(found(cidr, ipRange)).toEqual(['net']);
});

test.each([
  ['10.0.0.0/24', '10.0.0.0/24'],
  ['10.0.0.0/24', '10.0.0.128/25'],
  ['10.0.0.0/24', '10.0.0.255/32'],
  ['fd00:1::/64', 'fd00:1::8000:0:0:0/65'],
])('lets pass in %s the range %s', (cidr, ipRange) => {
  expect(found(cidr, ipRange)).toEqual([]);
});

test('says nothing of networks that exist already', () => {
  expect(found('10.0.0.0/24', '10.0.1.0/25', true)).toEqual([]);
});

test('is all that is found where nobody wrote a gateway', () => {
  const stack = new DockerStack(Testing.app(), 'shop');
  new BridgeNetwork(stack, 'net', { subnets: [{ cidr: '10.0.0.0/24', ipRange: '10.0.1.0/25' }] });
  expect(findingsOf(stack).map(({ code }) => code)).toEqual(['IP_RANGE_OUTSIDE_SUBNET']);
});
