import { subnetOnHostRoute } from '../../src/analysis/rules/subnet-on-host-route';
import { blocks, messages, places, type HostPart } from './topologies';

const found = (route: NonNullable<HostPart['routes']>[number], cidr: string): string[] =>
  messages(subnetOnHostRoute, {
    hosts: [{ id: 'local', routes: [route] }],
    networks: [{ id: 'net', subnets: blocks(cidr) }],
  });

test.each([
  ['10.8.3.0/24', 'subnet 10.8.3.0/24 hides addresses of the route 10.8.0.0/16 via 192.168.1.2'],
  ['10.8.0.0/16', 'subnet 10.8.0.0/16 hides addresses of the route 10.8.0.0/16 via 192.168.1.2'],
  ['10.0.0.0/8', 'subnet 10.0.0.0/8 loses addresses to the route 10.8.0.0/16 via 192.168.1.2'],
])('tells which of the two blocks wins: %s', (cidr, problem) => {
  expect(found({ destination: '10.8.0.0/16', via: '192.168.1.2' }, cidr)).toEqual([
    `net: ${problem} of host local; move the subnet to a block that is not routed elsewhere [SUBNET_ON_HOST_ROUTE]`,
  ]);
});

test('names a route without router and interface by its destination', () => {
  expect(found({ destination: '10.8.0.0/16' }, '10.8.3.0/24')[0]).toContain(
    'the route 10.8.0.0/16 of host local',
  );
});

test.each([
  ['the default route', { destination: '0.0.0.0/0', via: '192.168.1.1' }, '10.8.3.0/24'],
  ['the IPv6 default route', { destination: '::/0', via: 'fe80::1' }, 'fd00:1::/64'],
  ['a route to another block', { destination: '10.8.0.0/16', via: '192.168.1.2' }, '10.9.0.0/16'],
  ['a route of the other IP version', { destination: 'fd00::/8', via: 'fe80::1' }, '10.8.0.0/16'],
  ["the engine's own route", { destination: '10.8.0.0/16', interface: 'docker0' }, '10.8.0.0/16'],
])('does not report %s', (_what, route, cidr) => {
  expect(found(route, cidr)).toEqual([]);
});

test('does not look at macvlan networks and at other hosts', () => {
  const hosts = [
    { id: 'local', routes: [{ destination: '10.8.0.0/16', via: '192.168.1.2' }] },
    { id: 'nas' },
  ];
  const networks = [
    { id: 'lan', driver: 'macvlan', subnets: blocks('10.8.0.0/16') },
    { id: 'far', host: 'nas', subnets: blocks('10.8.0.0/16') },
  ];
  expect(places(subnetOnHostRoute, { hosts, networks })).toEqual([]);
});
