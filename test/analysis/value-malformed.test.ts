import { valueMalformed as rule } from '../../src/analysis/rules/value-malformed';
import { messages, places, type ContainerPart, type NetworkPart } from './topologies';

test.each<[string, Partial<NetworkPart>]>([
  ["its name 'a' is one character long", { name: 'a' }],
  ['subnet 10.51.0.5/24 has host bits set', { subnets: [{ cidr: '10.51.0.5/24' }] }],
  ['subnet fd00::1/64 has host bits set', { subnets: [{ cidr: 'fd00::1/64' }] }],
  ["gateway '10.51.0'", { subnets: [{ cidr: '10.51.0.0/24', gateway: '10.51.0' }] }],
  ['ipRange 10.51.0.9/28 has host bits set', { subnets: [{ ipRange: '10.51.0.9/28' }] }],
  [
    "auxiliary address 'router' 'x'",
    { subnets: [{ cidr: '10.51.0.0/24', auxAddresses: { router: 'x' } }] },
  ],
  [
    "its Linux bridge 'br-0123456789abc' has 16 bytes",
    { options: { 'com.docker.network.bridge.name': 'br-0123456789abc' } },
  ],
])('says of a network: %s', (problem, part) => {
  expect(messages(rule, { networks: [{ id: 'back', ...part }] })).toEqual([
    expect.stringContaining(`back: ${problem}`),
  ]);
});

test.each<[string, Partial<ContainerPart>]>([
  ["its name 'w' is one character long", { name: 'w' }],
  ['hostname ', { hostname: 'x'.repeat(65) }],
  ["ipv4 '10.9.0.256'", { attachments: [{ network: 'back', ipv4: '10.9.0.256' }] }],
  ["ipv6 'fd00::g'", { attachments: [{ network: 'back', ipv6: 'fd00::g' }] }],
  ['MAC address ', { attachments: [{ network: 'back', macAddress: 'zz' }] }],
  [
    "host address '127.0.0'",
    { publish: [{ containerPort: 80, hostIp: '127.0.0', protocol: 'tcp' }] },
  ],
])('says of a container: %s', (problem, part) => {
  expect(messages(rule, { containers: [{ id: 'web', ...part }] })).toEqual([
    expect.stringContaining(`web: ${problem}`),
  ]);
});

test('reports the name of a volume', () => {
  expect(places(rule, { volumes: [{ id: 'data', name: 'a b' }] })).toEqual(['data']);
});

test('takes longest and shortest values that are right', () => {
  const parts = {
    networks: [
      {
        id: 'ab',
        subnets: [{ cidr: '10.51.0.0/24' }],
        options: { 'com.docker.network.bridge.name': 'br-0123456789ab' },
      },
    ],
    containers: [{ id: 'web', name: 'we', hostname: 'x'.repeat(64) }],
  };
  expect(messages(rule, parts)).toEqual([]);
});

test('leaves alone what exists already, and what only Terraform knows', () => {
  const parts = {
    networks: [{ id: 'back', name: 'x', external: true, subnets: [{ cidr: '10.0.0.1/8' }] }],
    volumes: [{ id: 'data', name: 'x', external: true }],
    containers: [
      { id: 'web', name: 'x', external: true },
      { id: 'db', name: undefined, unknown: ['name'] },
    ],
  };
  expect(messages(rule, parts)).toEqual([]);
});
