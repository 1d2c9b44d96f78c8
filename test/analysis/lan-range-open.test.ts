import { lanRangeOpen } from '../../src/analysis/rules/lan-range-open';
import { blocks, member, messages, type ContainerPart, type NetworkPart } from './topologies';

const found = (
  network: Partial<NetworkPart>,
  containers: ContainerPart[] = [member('web', 'lan')],
): string[] =>
  messages(lanRangeOpen, {
    networks: [
      {
        id: 'lan',
        driver: 'macvlan',
        options: { parent: 'eth0' },
        subnets: blocks('192.168.1.0/24'),
        ...network,
      },
    ],
    containers,
  });

test('names the first of the containers', () => {
  expect(found({}, [member('web', 'lan'), member('db', 'lan')])).toEqual([
    'lan: Docker hands any address of 192.168.1.0/24 to db, also one that somebody on the LAN has; give the subnet an ipRange that the DHCP server leaves out, or its containers fixed addresses [LAN_RANGE_OPEN]',
  ]);
});

test('looks at ipvlan networks on the LAN', () => {
  expect(found({ driver: 'ipvlan' })).toHaveLength(1);
});

test.each([
  ['a range', { subnets: [{ cidr: '192.168.1.0/24', ipRange: '192.168.1.192/27' }] }],
  ['a VLAN of its own', { options: { parent: 'eth0.50' } }],
  ['no parent', { options: {} }],
  ['no way out', { internal: true }],
  ['a router in between', { driver: 'ipvlan', options: { parent: 'eth0', ipvlan_mode: 'l3' } }],
  ['a block that only Terraform knows', { subnets: [{}] }],
  ['an IPv6 block alone', { ipv6: true, subnets: blocks('fd00:1::/64') }],
  ['a bridge', { driver: 'bridge' }],
])('says nothing of a network with %s', (_what, network) => {
  expect(found(network)).toEqual([]);
});

test.each([
  ['no containers', []],
  ['fixed addresses', [member('web', 'lan', { ipv4: '192.168.1.200' })]],
  ['existing containers', [{ ...member('web', 'lan'), external: true }]],
])('says nothing of a network with %s alone', (_what, containers) => {
  expect(found({}, containers)).toEqual([]);
});
