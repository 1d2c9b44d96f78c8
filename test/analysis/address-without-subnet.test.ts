import { addressInAutoSubnet } from '../../src/analysis/rules/address-in-auto-subnet';
import { addressWithoutSubnet } from '../../src/analysis/rules/address-without-subnet';
import { defaultBridge, messages, places, type NetworkPart } from './topologies';

const v4 = { network: 'shop/back', ipv4: '172.27.0.10' };
const v6 = { network: 'shop/back', ipv6: 'fd27::10' };

test.each<[string | undefined, readonly string[]]>([
  [undefined, ['shop/web']],
  ['20.10.24', ['shop/web']],
  ['29.0', ['shop/web']],
  ['29.1', []],
  ['30.0', []],
])('engine %s is refused the address: %j', (engineVersion, found) => {
  const hosts = [{ id: 'local', engineVersion }];
  const networks = [{ id: 'shop/back' }];
  const containers = [{ id: 'shop/web', attachments: [v4] }];
  expect(places(addressWithoutSubnet, { hosts, networks, containers })).toEqual(found);
});

test.each<[string, Partial<NetworkPart>]>([
  ['its block is declared', { subnets: [{ cidr: '172.27.0.0/16' }] }],
  ['its block is only known to Terraform', { subnets: [{}], unknown: ['subnets/0/cidr'] }],
  ['the network exists already', { external: true, unknown: ['subnets'] }],
])('finds nothing where %s', (_, network) => {
  const networks = [{ id: 'shop/back', ...network }];
  const containers = [{ id: 'shop/web', attachments: [v4] }];
  expect(places(addressWithoutSubnet, { networks, containers })).toEqual([]);
});

test('leaves the default bridge to another rule', () => {
  const attachments = [{ network: 'local:bridge', ipv4: '172.17.0.10' }];
  const containers = [{ id: 'shop/web', attachments }];
  expect(places(addressWithoutSubnet, { networks: [defaultBridge()], containers })).toEqual([]);
});

test('looks at each family by itself', () => {
  const networks = [{ id: 'shop/back', ipv6: true, subnets: [{ cidr: '172.27.0.0/16' }] }];
  const containers = [{ id: 'shop/web', attachments: [{ ...v4, ...v6 }] }];
  const hosts = [{ id: 'local', engineVersion: '28.5.2' }];
  expect(messages(addressWithoutSubnet, { hosts, networks, containers })).toEqual([
    'shop/web: it asks for fd27::10 in shop/back, which declares no IPv6 subnet; engines before 29.1 refuse that, and host local has engine 28.5.2; give the network a subnet that holds fd27::10, or drop the address [ADDRESS_WITHOUT_SUBNET]',
  ]);
});

test('says of every engine that a network without IPv6 has no IPv6 address', () => {
  const networks = [{ id: 'shop/back', subnets: [{ cidr: '172.27.0.0/16' }] }];
  const containers = [{ id: 'shop/web', attachments: [v6] }];
  const parts = { hosts: [{ id: 'local', engineVersion: '29.1' }], networks, containers };
  expect(messages(addressWithoutSubnet, parts)).toEqual([
    'shop/web: it asks for fd27::10 in shop/back, which has no IPv6; give the network a subnet that holds fd27::10, or drop the address [ADDRESS_WITHOUT_SUBNET]',
  ]);
  expect(places(addressInAutoSubnet, parts)).toEqual([]);
});
