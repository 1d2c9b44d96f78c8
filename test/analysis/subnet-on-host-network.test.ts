import { subnetOnHostNetwork } from '../../src/analysis/rules/subnet-on-host-network';
import { blocks, places, type Case, type HostPart, type NetworkPart } from './topologies';

const on = (name: string, ...addresses: string[]): HostPart[] => [
  { id: 'local', interfaces: [{ name, addresses }] },
];
const net = (cidr: string, more: Partial<NetworkPart> = {}): NetworkPart[] => [
  { id: 'net', subnets: blocks(cidr), ...more },
];

const cases: Case[] = [
  [
    'finds a block inside the LAN',
    { hosts: on('eth0', '192.168.1.5/24'), networks: net('192.168.1.128/25') },
    ['net'],
  ],
  [
    'finds a block around the LAN',
    { hosts: on('eth0', '192.168.1.5/24'), networks: net('192.168.0.0/16') },
    ['net'],
  ],
  [
    'lets a block pass that only touches the LAN',
    { hosts: on('eth0', '192.168.1.5/24'), networks: net('192.168.2.0/24') },
    [],
  ],
  [
    'finds an IPv6 block of the LAN',
    { hosts: on('eth0', '192.168.1.5/24', 'fd00:1::5/64'), networks: net('fd00:1::/80') },
    ['net'],
  ],
  [
    'names a block once that two interfaces are in',
    {
      hosts: [
        {
          id: 'local',
          interfaces: [
            { name: 'eth0', addresses: ['192.168.1.5/24'] },
            { name: 'eth1', addresses: ['192.168.2.5/24'] },
          ],
        },
      ],
      networks: net('192.168.0.0/16'),
    },
    ['net'],
  ],
  [
    'does not look at link-local addresses, which are on every interface',
    { hosts: on('eth0', 'fe80::1/64', '169.254.3.4/16'), networks: net('169.254.3.0/24') },
    [],
  ],
  [
    'does not look at the bridge of the network itself',
    {
      hosts: on('br-shop', '172.27.0.1/16'),
      networks: net('172.27.0.0/16', { options: { 'com.docker.network.bridge.name': 'br-shop' } }),
    },
    [],
  ],
  [
    'does not look at bridges that the engine has named',
    { hosts: on('br-0123456789ab', '172.27.0.1/16'), networks: net('172.27.0.0/16') },
    [],
  ],
  [
    'lets a macvlan network be on the LAN',
    {
      hosts: on('eth0', '192.168.1.5/24'),
      networks: net('192.168.1.0/24', { driver: 'macvlan', options: { parent: 'eth0' } }),
    },
    [],
  ],
  [
    'does not look at the interfaces of another host',
    {
      hosts: [
        { id: 'local' },
        { id: 'nas', interfaces: [{ name: 'eth0', addresses: ['10.0.0.5/24'] }] },
      ],
      networks: net('10.0.0.0/24'),
    },
    [],
  ],
];

test.each(cases)('%s', (_title, parts, expected) => {
  expect(places(subnetOnHostNetwork, parts)).toEqual(expected);
});
