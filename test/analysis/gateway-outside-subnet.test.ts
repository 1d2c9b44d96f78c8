import { gatewayOutsideSubnet } from '../../src/analysis/rules/gateway-outside-subnet';
import { places, type NetworkPart } from './topologies';

const found = (cidr: string, gateway: string, more: Partial<NetworkPart> = {}): string[] =>
  places(gatewayOutsideSubnet, {
    networks: [{ id: 'net', subnets: [{ cidr, gateway }], ...more }],
  });

test.each([
  ['10.0.1.0/24', '10.0.0.255'],
  ['10.0.1.0/24', '10.0.2.0'],
  ['10.0.1.0/24', 'fd00:1::1'],
  ['fd00:1::/64', 'fd00:1:0:1::'],
])('finds in %s the gateway %s', (cidr, gateway) => {
  expect(found(cidr, gateway)).toEqual(['net']);
});

test.each([
  ['10.0.1.0/24', '10.0.1.0'],
  ['10.0.1.0/24', '10.0.1.255'],
  ['fd00:1::/64', 'fd00:1::ffff:ffff:ffff:ffff'],
])('lets pass in %s the gateway %s', (cidr, gateway) => {
  expect(found(cidr, gateway)).toEqual([]);
});

test.each(['macvlan', 'overlay'])('looks at %s networks, too', (driver) => {
  expect(found('10.0.1.0/24', '10.0.0.1', { driver })).toEqual(['net']);
});

test('says nothing of networks that exist already', () => {
  expect(found('10.0.1.0/24', '10.0.0.1', { external: true })).toEqual([]);
});

test('says nothing of blocks and gateways that only Terraform knows', () => {
  const networks = [
    { id: 'a', subnets: [{ gateway: '10.0.0.1' }] },
    { id: 'b', subnets: [{ cidr: '10.0.0.0/24' }] },
  ];
  expect(places(gatewayOutsideSubnet, { networks })).toEqual([]);
});
