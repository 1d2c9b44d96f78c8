import { lanPeerUnreachable as rule } from '../../src/analysis/rules/lan-peer-unreachable';
import { inNetworks, messages, places, type ContainerPart, type NetworkPart } from './topologies';

const lan: NetworkPart = { id: 'lan', driver: 'macvlan', subnets: [{ cidr: '192.168.10.0/24' }] };
const dns: ContainerPart = { id: 'dns', attachments: [{ network: 'lan', ipv4: '192.168.10.53' }] };
const env = { DNS_SERVER: '192.168.10.53' };

test.each<[string, ContainerPart]>([
  ['on a bridge', { id: 'web', env, ...inNetworks('back') }],
  ['in host mode', { id: 'web', env, mode: 'host' }],
  [
    'with the address in its hosts file',
    {
      id: 'web',
      extraHosts: [{ host: 'dns', address: '192.168.10.53' }],
      ...inNetworks('back'),
    },
  ],
])('reports a container %s', (_, web) => {
  const parts = { networks: [lan, { id: 'back' }], containers: [dns, web] };
  expect(places(rule, parts)).toEqual(['web']);
});

test.each<[string, ContainerPart]>([
  ['is on the LAN, too', { id: 'web', env, ...inNetworks('back', 'lan') }],
  ['shares the network of one there', { id: 'web', env, mode: 'container', modeContainer: 'dns' }],
  ['has no network', { id: 'web', env, mode: 'none' }],
  ['names another machine', { id: 'web', env: { NTP_SERVER: '192.168.10.5' }, mode: 'host' }],
])('lets a container pass that %s', (_, web) => {
  const parts = { networks: [lan, { id: 'back' }], containers: [dns, web] };
  expect(messages(rule, parts)).toEqual([]);
});

test.each<[string, Partial<NetworkPart>, number]>([
  ['ipvlan', { driver: 'ipvlan' }, 1],
  ['ipvlan l3, which the host routes to', { driver: 'ipvlan', options: { ipvlan_mode: 'l3' } }, 0],
  ['internal macvlan', { internal: true }, 0],
  ['bridge', { driver: 'bridge' }, 0],
])('knows by the driver whether it is apart from the host: %s', (_, part, count) => {
  const containers = [dns, { id: 'web', env, mode: 'host' as const }];
  expect(messages(rule, { networks: [{ ...lan, ...part }], containers })).toHaveLength(count);
});

test('lets a container of another host pass: it is a neighbour on the LAN', () => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  const containers = [dns, { id: 'web', host: 'far', env, mode: 'host' as const }];
  expect(messages(rule, { hosts, networks: [lan], containers })).toEqual([]);
});
