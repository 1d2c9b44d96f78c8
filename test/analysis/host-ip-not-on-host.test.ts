import { hostIpNotOnHost } from '../../src/analysis/rules/host-ip-not-on-host';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type HostPart, type NetworkPart } from './topologies';

const interfaces = [{ name: 'eth0', addresses: ['192.168.1.5/24', 'fd27::5/64'] }];
const networks: NetworkPart[] = [
  { id: 'shop/front', subnets: [{ cidr: '172.27.0.0/16' }] },
  { id: 'shop/lan', driver: 'macvlan', subnets: [{ cidr: '192.168.2.0/24' }] },
];

function find(hostIp: string, host: Partial<HostPart> = { interfaces }): string[] {
  const containers = [
    {
      id: 'shop/web',
      attachments: [{ network: 'shop/front' }],
      publish: parsePublish(`${hostIp}:80:80`, ''),
    },
  ];
  return places(hostIpNotOnHost, { hosts: [{ id: 'local', ...host }], networks, containers });
}

test.each([
  '0.0.0.0',
  '[::]',
  '127.0.0.1',
  '127.0.0.5',
  '[::1]',
  '192.168.1.5',
  '[fd27::5]',
  '172.27.0.1',
  '172.17.0.1',
])('lets a container publish on %s', (address) => {
  expect(find(address)).toEqual([]);
});

test.each(['192.168.1.6', '[fd27::6]', '172.27.0.2', '192.168.2.1', '8.8.8.8'])(
  'finds that the host does not have %s',
  (address) => {
    expect(find(address)).toEqual(['shop/web']);
  },
);

test.each<[string, string, Partial<HostPart>]>([
  ['nobody lists interfaces', '8.8.8.8', {}],
  [
    'no address of the family is listed',
    '[fd27::6]',
    { interfaces: [{ name: 'eth0', addresses: ['10.0.0.5/24'] }] },
  ],
  ['bip is that address', '172.19.0.1', { interfaces, daemon: { bip: '172.19.0.1/16' } }],
])('finds nothing where %s', (_, address, host) => {
  expect(find(address, host)).toEqual([]);
});

test('knows that bip takes the place of 172.17.0.1', () => {
  expect(find('172.17.0.1', { interfaces, daemon: { bip: '172.19.0.1/16' } })).toEqual([
    'shop/web',
  ]);
});

test('says it once of several ports, with the addresses of that family', () => {
  const two = [...interfaces, { name: 'eth1', addresses: ['10.0.0.5/8'] }];
  const containers = [
    {
      id: 'shop/web',
      attachments: [{ network: 'shop/front' }],
      publish: parsePublish('192.168.1.9:80-82:80-82', ''),
    },
  ];
  const parts = { hosts: [{ id: 'local', interfaces: two }], networks, containers };
  expect(messages(hostIpNotOnHost, parts)).toEqual([
    "shop/web: publish '192.168.1.9:80:80', '192.168.1.9:81:81' and '192.168.1.9:82:82' binds to 192.168.1.9, and host local has 192.168.1.5 and 10.0.0.5; write one of them, 127.0.0.1, or no address, which means all of them [HOST_IP_NOT_ON_HOST]",
  ]);
});
