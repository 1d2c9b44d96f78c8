import { routesOverlap } from '../../src/analysis/rules/routes-overlap';
import { messages, places, type NetworkPart } from './topologies';

const attachments = [{ network: 'shop/a' }, { network: 'shop/b' }];
const containers = [{ id: 'shop/web', attachments }];

test.each<[string, string, readonly string[]]>([
  ['10.0.0.0/24', '10.0.0.0/24', ['shop/web']],
  ['10.0.0.0/16', '10.0.255.0/24', ['shop/web']],
  ['10.0.0.0/24', '10.0.1.0/24', []],
  ['fd27::/48', 'fd27:0:0:1::/64', ['shop/web']],
  ['fd27::/64', 'fd27:0:0:1::/64', []],
  ['10.0.0.0/24', 'fd27::/64', []],
])('of %s and %s it finds %j', (a, b, found) => {
  const networks = [
    { id: 'shop/a', ipv6: true, driver: 'overlay', subnets: [{ cidr: a }] },
    { id: 'shop/b', ipv6: true, subnets: [{ cidr: b }] },
  ];
  expect(places(routesOverlap, { networks, containers })).toEqual(found);
});

test.each<[string, NetworkPart]>([
  ['IPv6 is off in one of them', { id: 'shop/b', subnets: [{ cidr: 'fd27::/64' }] }],
  ['Docker picks one of the blocks', { id: 'shop/b', ipv6: true }],
  ['one block is only known to Terraform', { id: 'shop/b', ipv6: true, subnets: [{}] }],
])('finds nothing where %s', (_, network) => {
  const networks = [{ id: 'shop/a', ipv6: true, subnets: [{ cidr: 'fd27::/64' }] }, network];
  expect(places(routesOverlap, { networks, containers })).toEqual([]);
});

test('does not compare a network with itself', () => {
  const subnets = [{ cidr: '10.0.0.0/24' }];
  const networks = [
    { id: 'shop/a', name: 'a', subnets },
    { id: 'shop/b', name: 'a', external: true, subnets },
  ];
  expect(places(routesOverlap, { networks, containers })).toEqual([]);
});

test('names both networks with their blocks', () => {
  const networks = [
    { id: 'shop/a', driver: 'overlay', subnets: [{ cidr: '10.0.0.0/16' }] },
    { id: 'shop/b', subnets: [{ cidr: '10.0.1.0/24' }] },
  ];
  expect(messages(routesOverlap, { networks, containers })).toEqual([
    'shop/web: it is in shop/b (10.0.1.0/24) and shop/a (10.0.0.0/16), which overlap, and Docker does not connect it to both; move one of the two blocks, or leave one of the networks [ROUTES_OVERLAP]',
  ]);
});
