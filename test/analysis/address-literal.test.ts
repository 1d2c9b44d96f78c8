import { addressLiteral as rule } from '../../src/analysis/rules/address-literal';
import { inNetworks, messages, places, type ContainerPart, type NetworkPart } from './topologies';

const back: NetworkPart = {
  id: 'back',
  subnets: [{ cidr: '10.9.0.0/24', auxAddresses: { router: '10.9.0.250' } }],
};
const lan: NetworkPart = { id: 'lan', driver: 'macvlan', subnets: [{ cidr: '192.168.10.0/24' }] };
const networks = [back, lan];
const others: readonly ContainerPart[] = [
  { id: 'db', attachments: [{ network: 'back', ipv4: '10.9.0.10' }] },
  { id: 'dns', attachments: [{ network: 'lan', ipv4: '192.168.10.53' }] },
];

function found(web: Partial<ContainerPart>): string[] {
  return messages(rule, { networks, containers: [{ id: 'web', ...web }, ...others] });
}

test.each<[string, Partial<ContainerPart>]>([
  ['variable DB', { env: { DB: 'db=10.9.0.10:3306' } }],
  ['command', { command: ['serve', '--db', '10.9.0.10'] }],
  ['entrypoint', { entrypoint: ['/bin/serve', '--db=10.9.0.10'] }],
  ['healthcheck', { healthcheck: { test: ['CMD-SHELL', 'nc -z 10.9.0.10 3306'] } }],
  [
    'file /etc/app.ini',
    { files: [{ path: '/etc/app.ini', mode: '0644', content: 'db 10.9.0.10' }] },
  ],
])('looks into a %s', (what, web) => {
  expect(found(web)).toEqual([expect.stringMatching(`^web: ${what} has the address 10.9.0.10 of`)]);
});

test.each([
  ['10.9.0.77', 'which nobody has for certain: right until the network is renumbered; use a name'],
  ['10.9.0.1', "which is the host's own: right until"],
  ['192.168.10.53', 'which belongs to dns: right until'],
])('says whose %s is', (address, text) => {
  expect(found({ env: { PEER: address } })).toEqual([expect.stringContaining(text)]);
});

test.each([
  ['the block', '10.9.0.0/24'],
  ['the block with a mask', '10.9.0.0 255.255.255.0'],
  ['the broadcast address', '10.9.0.255'],
  ['an address kept for something else', '10.9.0.250'],
  ['another machine of the LAN', '192.168.10.5'],
  ["the LAN's router", '192.168.10.1'],
  ['an address of nobody', '10.10.0.10'],
  ['a version', '10.9.0.10.4'],
])('lets %s pass', (_, text) => {
  expect(found({ env: { PEER: text } })).toEqual([]);
});

test("lets the container's own address pass", () => {
  const web = {
    env: { ANNOUNCE: '10.9.0.20' },
    attachments: [{ network: 'back', ipv4: '10.9.0.20' }],
  };
  expect(found(web)).toEqual([]);
});

test('reports an address once for each container', () => {
  const web = { env: { A: '10.9.0.10', B: '10.9.0.10' }, command: ['10.9.0.10'] };
  expect(found(web)).toHaveLength(1);
});

test.each<[string, NetworkPart, Partial<ContainerPart>]>([
  ['of another host', { ...back, host: 'far' }, {}],
  ['that is not declared here', { ...back, external: true }, {}],
])('lets addresses pass of a network %s', (_, network, web) => {
  const containers = [{ id: 'web', env: { DB: '10.9.0.10' }, ...inNetworks('back'), ...web }];
  const hosts = [{ id: 'local' }, { id: 'far' }];
  expect(places(rule, { hosts, networks: [network], containers })).toEqual([]);
});
