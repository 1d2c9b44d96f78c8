import { addressOutsideSubnet } from '../../src/analysis/rules/address-outside-subnet';
import { messages, places, type NetworkPart } from './topologies';

const dual = [{ cidr: '172.27.0.0/24' }, { cidr: 'fd27::/64' }];

test.each([
  [{ ipv4: '172.26.255.255' }, ['shop/web']],
  [{ ipv4: '172.27.0.0' }, []],
  [{ ipv4: '172.27.0.255' }, []],
  [{ ipv4: '172.27.1.0' }, ['shop/web']],
  [{ ipv6: 'fd27::ffff:ffff:ffff:ffff' }, []],
  [{ ipv6: 'fd27:0:0:1::' }, ['shop/web']],
  [{ ipv4: '10.0.0.1', ipv6: 'fd28::1' }, ['shop/web', 'shop/web']],
])('of %j it finds %j', (addresses, found) => {
  const networks = [{ id: 'shop/back', ipv6: true, subnets: dual }];
  const containers = [{ id: 'shop/web', attachments: [{ network: 'shop/back', ...addresses }] }];
  expect(places(addressOutsideSubnet, { networks, containers })).toEqual(found);
});

test.each<[string, Partial<NetworkPart>]>([
  ['the network has no block of that family', { subnets: [{ cidr: 'fd27::/64' }] }],
  ['Docker picks the block', { subnets: [] }],
  ['one block is only known to Terraform', { subnets: [{ cidr: '172.27.0.0/24' }, {}] }],
  ['the network exists already', { subnets: [{ cidr: '172.27.0.0/24' }], external: true }],
])('finds nothing where %s', (_, network) => {
  const networks = [{ id: 'shop/back', ...network }];
  const attachments = [{ network: 'shop/back', ipv4: '10.0.0.1' }];
  const containers = [{ id: 'shop/web', attachments }];
  expect(places(addressOutsideSubnet, { networks, containers })).toEqual([]);
});

test('names every block that it could have been in', () => {
  const subnets = [{ cidr: '10.1.0.0/24' }, { cidr: '10.2.0.0/24' }];
  const networks = [{ id: 'shop/mesh', driver: 'overlay', subnets }];
  const attachments = [{ network: 'shop/mesh', ipv4: '10.3.0.1' }];
  const containers = [{ id: 'shop/web', attachments }];
  expect(messages(addressOutsideSubnet, { networks, containers })).toEqual([
    'shop/web: address 10.3.0.1 is outside shop/mesh, which has 10.1.0.0/24 and 10.2.0.0/24; choose an address inside one of them [ADDRESS_OUTSIDE_SUBNET]',
  ]);
});

test('finds an address in a network of another stack', () => {
  const networks = [
    { id: 'shop/back', name: 'back', subnets: dual },
    { id: 'blog/back', name: 'back', external: true, unknown: ['subnets'] },
  ];
  const attachments = [{ network: 'blog/back', ipv4: '10.0.0.1' }];
  const containers = [{ id: 'blog/web', attachments }];
  expect(places(addressOutsideSubnet, { networks, containers })).toEqual(['blog/web']);
});
