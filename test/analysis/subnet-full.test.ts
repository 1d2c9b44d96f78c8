import { subnetFull } from '../../src/analysis/rules/subnet-full';
import {
  blocks,
  member,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const nodes = (count: number, more: Partial<ContainerPart> = {}): ContainerPart[] =>
  Array.from({ length: count }, (_, index) => ({
    ...member(`node-${String(index)}`, 'net'),
    ...more,
  }));

const found = (network: Partial<NetworkPart>, containers: ContainerPart[]): string[] =>
  places(subnetFull, { networks: [{ id: 'net', ...network }], containers });

interface Room {
  readonly title: string;
  readonly network: Partial<NetworkPart>;
  readonly free: number;
}

const rooms: Room[] = [
  { title: 'a block', network: { subnets: blocks('10.0.0.0/29') }, free: 5 },
  {
    title: 'a range inside the block',
    network: { subnets: [{ cidr: '10.0.0.0/24', gateway: '10.0.0.1', ipRange: '10.0.0.8/29' }] },
    free: 8,
  },
  {
    title: 'a range that begins with the gateway',
    network: { subnets: [{ cidr: '10.0.0.0/24', ipRange: '10.0.0.8/29' }] },
    free: 7,
  },
  {
    title: 'a range at the end of the block',
    network: { subnets: [{ cidr: '10.0.0.0/24', gateway: '10.0.0.1', ipRange: '10.0.0.248/29' }] },
    free: 7,
  },
  {
    title: 'a block with auxiliary addresses',
    network: { subnets: [{ cidr: '10.0.0.0/29', auxAddresses: { a: '10.0.0.4', b: '10.0.0.5' } }] },
    free: 3,
  },
  {
    title: 'two blocks of a macvlan network',
    network: { driver: 'macvlan', subnets: blocks('10.0.0.0/30', '10.0.1.0/30') },
    free: 2,
  },
  {
    title: 'an IPv6 block',
    network: { ipv6: true, subnets: blocks('10.0.0.0/24', 'fd00:1::/125') },
    free: 6,
  },
];

test.each(rooms)('counts the addresses of $title', ({ network, free }) => {
  expect(found(network, nodes(free))).toEqual([]);
  expect(found(network, nodes(free + 1))).toEqual(['net']);
});

const small = { subnets: blocks('10.0.0.0/30') };

test('takes fixed addresses from the others, inside the block only', () => {
  const fixed = (ipv4: string): ContainerPart => member('fixed', 'net', { ipv4 });
  expect(found(small, [...nodes(1), fixed('10.0.0.2')])).toEqual(['net']);
  expect(found(small, [...nodes(1), fixed('10.9.9.9')])).toEqual([]);
});

test.each([
  ['one-shot containers, which give theirs back', { oneShot: true }],
  ['containers that exist already', { external: true }],
  ['containers whose address only Terraform knows', { unknown: ['attachments/0/ipv4'] }],
])('does not count %s', (_which, more) => {
  expect(found(small, nodes(5, more))).toEqual([]);
});

test.each([
  ['blocks that only Terraform knows', { subnets: [{}] }],
  ['networks that Docker picks a block for', {}],
  ['IPv6 blocks where IPv6 is off', { subnets: blocks('10.0.0.0/24', 'fd00:1::/127') }],
])('says nothing of %s', (_which, network) => {
  expect(found(network, nodes(9))).toEqual([]);
});

test('counts containers that know the network by its name', () => {
  const networks = [
    { id: 'shop/net', name: 'net', ...small },
    { id: 'tools/net', name: 'net', external: true },
  ];
  const containers = [member('a', 'shop/net'), member('b', 'tools/net')];
  expect(messages(subnetFull, { networks, containers })).toEqual([
    'shop/net: 2 containers without fixed address share 1 free address of 10.0.0.0/30; take a larger subnet or ipRange, or spread the containers over two networks [SUBNET_FULL]',
  ]);
});
