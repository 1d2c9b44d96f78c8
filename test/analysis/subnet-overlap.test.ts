import { subnetOverlap } from '../../src/analysis/rules/subnet-overlap';
import { blocks, messages, places, type Case, type NetworkPart } from './topologies';

const half = (id: string, driver: string, ipRange: string): NetworkPart => ({
  id,
  driver,
  subnets: [{ cidr: '192.168.1.0/24', ipRange }],
});

const cases: Case[] = [
  [
    'finds the later one of two equal blocks',
    {
      networks: [
        { id: 'b', subnets: blocks('10.0.0.0/24') },
        { id: 'a', subnets: blocks('10.0.0.0/24') },
      ],
    },
    ['b'],
  ],
  [
    'names each block once, however many it overlaps',
    {
      networks: [
        { id: 'all', subnets: blocks('10.0.0.0/8') },
        { id: 'half', subnets: blocks('10.0.0.0/9') },
        { id: 'bit', subnets: blocks('10.0.0.0/24') },
      ],
    },
    ['bit', 'half'],
  ],
  [
    'lets blocks pass that only touch',
    {
      networks: [
        { id: 'a', subnets: blocks('10.0.0.0/25') },
        { id: 'b', subnets: blocks('10.0.0.128/25') },
      ],
    },
    [],
  ],
  [
    'compares IPv6 blocks',
    {
      networks: [
        { id: 'a', ipv6: true, subnets: blocks('10.0.0.0/24', 'fd00:1::/48') },
        { id: 'b', ipv6: true, subnets: blocks('10.1.0.0/24', 'fd00:1:0:5::/64') },
      ],
    },
    ['b'],
  ],
  [
    'lets networks of two hosts have the same block',
    {
      hosts: [{ id: 'local' }, { id: 'nas' }],
      networks: [
        { id: 'a', subnets: blocks('10.0.0.0/24') },
        { id: 'b', host: 'nas', subnets: blocks('10.0.0.0/24') },
      ],
    },
    [],
  ],
  [
    'lets an overlay network have the block of a bridge',
    {
      networks: [
        { id: 'a', subnets: blocks('10.0.0.0/24') },
        { id: 'b', driver: 'overlay', subnets: blocks('10.0.0.0/24') },
      ],
    },
    [],
  ],
  [
    'says nothing of a block that only Terraform knows',
    {
      networks: [
        { id: 'a', subnets: blocks('10.0.0.0/24') },
        { id: 'b', subnets: [{}] },
      ],
    },
    [],
  ],
  [
    'says nothing of two networks that exist already',
    {
      networks: [
        { id: 'a', external: true, subnets: blocks('10.0.0.0/24') },
        { id: 'b', external: true, subnets: blocks('10.0.0.0/24') },
      ],
    },
    [],
  ],
  [
    'finds two bridges with separate ranges of one block',
    {
      networks: [half('a', 'bridge', '192.168.1.0/25'), half('b', 'bridge', '192.168.1.128/25')],
    },
    ['b'],
  ],
  [
    'leaves networks of two drivers with ranges to SUBNET_SHARED',
    {
      networks: [half('a', 'bridge', '192.168.1.0/25'), half('b', 'macvlan', '192.168.1.128/25')],
    },
    [],
  ],
  [
    'finds networks of two drivers with the very same range',
    {
      networks: [half('a', 'bridge', '192.168.1.0/25'), half('b', 'macvlan', '192.168.1.0/25')],
    },
    ['b'],
  ],
  [
    'says nothing of two drivers where Terraform may add a range',
    {
      networks: [
        half('a', 'macvlan', '192.168.1.0/25'),
        { id: 'b', subnets: blocks('192.168.1.0/24'), unknown: ['subnets/0/ipRange'] },
      ],
    },
    [],
  ],
  [
    'finds networks of two drivers of which one has a range',
    {
      networks: [
        half('a', 'macvlan', '192.168.1.0/25'),
        { id: 'b', subnets: blocks('192.168.1.0/24') },
      ],
    },
    ['b'],
  ],
];

test.each(cases)('%s', (_title, parts, expected) => {
  expect(places(subnetOverlap, parts)).toEqual(expected);
});

test.each([
  ['bip', { daemon: { bip: '172.27.0.1/16' } }],
  [
    'its interface',
    { interfaces: [{ name: 'docker0', addresses: ['fe80::1/64', '172.27.0.1/16'] }] },
  ],
])('knows the block of the default bridge from %s', (_source, host) => {
  const networks = [{ id: 'net', subnets: blocks('172.27.5.0/24') }];
  expect(messages(subnetOverlap, { hosts: [{ id: 'local', ...host }], networks })).toEqual([
    'net: subnet 172.27.5.0/24 overlaps 172.27.0.0/16 of local:bridge; move one of the two blocks [SUBNET_OVERLAP]',
  ]);
});

test('finds networks with one gateway, and knows that a LAN cannot move', () => {
  const lan = (id: string, ipRange: string): NetworkPart => ({
    id,
    driver: 'macvlan',
    subnets: [{ cidr: '192.168.1.0/24', gateway: '192.168.1.1', ipRange }],
  });
  const networks = [lan('a', '192.168.1.64/26'), lan('b', '192.168.1.128/26')];
  expect(messages(subnetOverlap, { networks })).toEqual([
    'b: subnet 192.168.1.0/24 overlaps 192.168.1.0/24 of a; use one network for both, or move one of the two blocks [SUBNET_OVERLAP]',
  ]);
});

test('names the declared network where an existing one has the smaller block', () => {
  const networks = [
    { id: 'legacy', external: true, subnets: blocks('10.0.5.0/24') },
    { id: 'net', subnets: blocks('10.0.0.0/16') },
  ];
  expect(messages(subnetOverlap, { networks })).toEqual([
    'net: subnet 10.0.0.0/16 overlaps 10.0.5.0/24 of legacy; move one of the two blocks [SUBNET_OVERLAP]',
  ]);
});
