import { gatewayReserved } from '../../src/analysis/rules/gateway-reserved';
import { messages } from './topologies';

const found = (cidr: string, gateway: string): string[] =>
  messages(gatewayReserved, { networks: [{ id: 'net', subnets: [{ cidr, gateway }] }] });

test.each([
  [
    '10.0.1.0/24',
    '10.0.1.255',
    'net: gateway 10.0.1.255 is the broadcast address of 10.0.1.0/24; write 10.0.1.1, or leave the gateway out [GATEWAY_RESERVED]',
  ],
  [
    'fd00:1::/64',
    'fd00:1::',
    'net: gateway fd00:1:: is the network address of fd00:1::/64; write fd00:1::1, or leave the gateway out [GATEWAY_RESERVED]',
  ],
])('finds in %s the gateway %s', (cidr, gateway, message) => {
  expect(found(cidr, gateway)).toEqual([message]);
});

test.each([
  ['10.0.1.0/24', '10.0.1.1'],
  ['10.0.1.0/24', '10.0.1.254'],
  ['10.0.1.0/24', '10.0.2.0'],
  ['10.0.1.0/31', '10.0.1.0'],
  ['fd00:1::/64', 'fd00:1::ffff:ffff:ffff:ffff'],
])('lets pass in %s the gateway %s', (cidr, gateway) => {
  expect(found(cidr, gateway)).toEqual([]);
});
