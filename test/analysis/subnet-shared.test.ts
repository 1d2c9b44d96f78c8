import { subnetShared } from '../../src/analysis/rules/subnet-shared';
import { blocks, places, type Case, type NetworkPart } from './topologies';

const lan = (id: string, ipRange: string, parent = 'eth0'): NetworkPart => ({
  id,
  driver: 'macvlan',
  options: { parent },
  subnets: [{ cidr: '192.168.1.0/24', ipRange }],
});

const cases: Case[] = [
  [
    'lets two networks on one LAN hand out separate ranges',
    { networks: [lan('a', '192.168.1.0/26'), lan('b', '192.168.1.64/26', 'eth1')] },
    [],
  ],
  [
    'finds two networks on one LAN whose ranges overlap',
    { networks: [lan('a', '192.168.1.0/25'), lan('b', '192.168.1.64/26', 'eth1')] },
    ['b'],
  ],
  [
    'finds LANs whose blocks overlap and are not the same',
    {
      networks: [
        lan('a', '192.168.1.0/25'),
        {
          id: 'b',
          driver: 'ipvlan',
          subnets: [{ cidr: '192.168.0.0/16', ipRange: '192.168.9.0/24' }],
        },
      ],
    },
    ['a'],
  ],
  [
    'leaves the very same range to SUBNET_OVERLAP, as Docker refuses it',
    { networks: [lan('a', '192.168.1.0/25'), lan('b', '192.168.1.0/25', 'eth1')] },
    [],
  ],
  [
    'leaves blocks without a range to SUBNET_OVERLAP',
    { networks: [lan('a', '192.168.1.0/25'), { id: 'b', subnets: blocks('192.168.1.0/24') }] },
    [],
  ],
  [
    'says nothing where Terraform may add a range',
    {
      networks: [
        lan('a', '192.168.1.0/25'),
        { id: 'b', subnets: blocks('192.168.1.0/24'), unknown: ['subnets/0/ipRange'] },
      ],
    },
    [],
  ],
  [
    'says nothing of two networks that exist already',
    {
      networks: [
        { ...lan('a', '192.168.1.0/25'), external: true },
        {
          id: 'b',
          external: true,
          subnets: [{ cidr: '192.168.1.0/24', ipRange: '192.168.1.128/25' }],
        },
      ],
    },
    [],
  ],
  [
    'lets networks of two hosts have the same block',
    {
      hosts: [{ id: 'local' }, { id: 'nas' }],
      networks: [
        lan('a', '192.168.1.0/25'),
        {
          id: 'b',
          host: 'nas',
          subnets: [{ cidr: '192.168.1.0/24', ipRange: '192.168.1.128/25' }],
        },
      ],
    },
    [],
  ],
];

test.each(cases)('%s', (_title, parts, expected) => {
  expect(places(subnetShared, parts)).toEqual(expected);
});
