import { BridgeNetwork, type SubnetProps } from 'portolan';
import { onlyResource, shop, topologyOf, type Block } from '../support/synth';

function ipamOf(subnet: SubnetProps): Block | undefined {
  const stack = shop();
  new BridgeNetwork(stack, 'front', { subnets: [subnet] });
  return (onlyResource(stack, 'docker_network')['ipam_config'] as Block[])[0];
}

test.each<[string, SubnetProps, string | undefined]>([
  ['the first address of the block', { cidr: '172.27.0.0/16' }, '172.27.0.1'],
  ['the first address of a small block', { cidr: '10.0.0.8/30' }, '10.0.0.9'],
  ['the first address of an IPv6 block', { cidr: 'fd00:1::/64' }, 'fd00:1::1'],
  [
    'the first address of the range',
    { cidr: '172.27.0.0/16', ipRange: '172.27.5.0/24' },
    '172.27.5.0',
  ],
  [
    'the second of a range at the start of the block',
    { cidr: '172.27.0.0/16', ipRange: '172.27.0.0/24' },
    '172.27.0.1',
  ],
  [
    'one that no auxiliary address takes',
    { cidr: '10.0.0.0/24', auxAddresses: { a: '10.0.0.1', b: '10.0.0.2' } },
    '10.0.0.3',
  ],
  [
    'one in the range that no auxiliary address takes',
    { cidr: '10.0.0.0/24', ipRange: '10.0.0.128/25', auxAddresses: { a: '10.0.0.128' } },
    '10.0.0.129',
  ],
  ['the one that is asked for', { cidr: '10.0.0.0/24', gateway: '10.0.0.254' }, '10.0.0.254'],
])('has as its gateway %s', (_, subnet, gateway) => {
  expect(ipamOf(subnet)?.['gateway']).toBe(gateway);
});

test('writes every part in canonical text', () => {
  const subnet = {
    cidr: 'FD00:0:0:1::/64',
    gateway: 'FD00:0:0:1:0:0:0:1',
    ipRange: 'FD00:0:0:1:8000::/65',
    auxAddresses: { router: 'FD00:0:0:1::2' },
  };
  expect(ipamOf(subnet)).toEqual({
    subnet: 'fd00:0:0:1::/64',
    gateway: 'fd00:0:0:1::1',
    ip_range: 'fd00:0:0:1:8000::/65',
    aux_address: { router: 'fd00:0:0:1::2' },
  });
});

test('keeps the order of several blocks', () => {
  const stack = shop();
  const subnets = [{ cidr: 'fd00::/64' }, { cidr: '10.0.0.0/24' }];
  new BridgeNetwork(stack, 'front', { subnets });
  expect(topologyOf(stack).networks[0]?.subnets.map(({ cidr }) => cidr)).toEqual([
    'fd00::/64',
    '10.0.0.0/24',
  ]);
});

test.each([
  [
    { cidr: '10.0.0.5/24' },
    'shop/front: subnet 10.0.0.5/24 has host bits set; write 10.0.0.0/24 [CIDR_HOST_BITS]',
  ],
  [
    { cidr: '10.0.0.0/24', ipRange: '10.0.0.5/25' },
    'shop/front: ipRange 10.0.0.5/25 has host bits set; write 10.0.0.0/25 [CIDR_HOST_BITS]',
  ],
  [
    { cidr: '10.0.0.0/24', gateway: '10.0.0.1/24' },
    "shop/front: gateway '10.0.0.1/24' has the part '1/24'; write 10.0.0.1, without the prefix length [ADDRESS_MALFORMED]",
  ],
])('rejects %j', (subnet, message) => {
  expect(() => ipamOf(subnet)).toThrow(message);
});
