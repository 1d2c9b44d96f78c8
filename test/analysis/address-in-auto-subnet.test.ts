import { addressInAutoSubnet } from '../../src/analysis/rules/address-in-auto-subnet';
import { defaultBridge, places, type NetworkPart } from './topologies';

const hosts = [{ id: 'local', engineVersion: '29.1' }];
const containers = [
  { id: 'shop/web', attachments: [{ network: 'shop/back', ipv4: '172.18.0.10' }] },
];

test.each<[string | undefined, readonly string[]]>([
  [undefined, []],
  ['28.5', []],
  ['29.0.4', []],
  ['29.1', ['shop/web']],
  ['29.1.0-rc.1', ['shop/web']],
  ['30.0', ['shop/web']],
])('on engine %s it finds %j', (engineVersion, found) => {
  const networks = [{ id: 'shop/back' }];
  const parts = { hosts: [{ id: 'local', engineVersion }], networks, containers };
  expect(places(addressInAutoSubnet, parts)).toEqual(found);
});

test.each<[string, Partial<NetworkPart>]>([
  ['its block is declared', { subnets: [{ cidr: '172.18.0.0/16' }] }],
  ['its block is only known to Terraform', { subnets: [{}], unknown: ['subnets/0/cidr'] }],
  ['the network exists already', { external: true, unknown: ['subnets'] }],
])('finds nothing where %s', (_, network) => {
  const networks = [{ id: 'shop/back', ...network }];
  expect(places(addressInAutoSubnet, { hosts, networks, containers })).toEqual([]);
});

test('finds the family that Docker picks', () => {
  const networks = [{ id: 'shop/back', ipv6: true, subnets: [{ cidr: '172.27.0.0/16' }] }];
  const attachments = [{ network: 'shop/back', ipv4: '172.27.0.10', ipv6: 'fd27::10' }];
  const parts = { hosts, networks, containers: [{ id: 'shop/web', attachments }] };
  expect(places(addressInAutoSubnet, parts)).toEqual(['shop/web']);
});

test('leaves the default bridge to another rule', () => {
  const attachments = [{ network: 'local:bridge', ipv4: '172.17.0.10' }];
  const parts = {
    hosts,
    networks: [defaultBridge()],
    containers: [{ id: 'shop/web', attachments }],
  };
  expect(places(addressInAutoSubnet, parts)).toEqual([]);
});
