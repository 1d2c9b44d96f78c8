import { parentWireless } from '../../src/analysis/rules/parent-wireless';
import { places, type NetworkPart } from './topologies';

const hosts = [
  {
    id: 'local',
    interfaces: [{ name: 'wlan0', wireless: true }, { name: 'eth0' }],
  },
  { id: 'nas', interfaces: [{ name: 'wlan0' }] },
];

const found = (network: Partial<NetworkPart>): string[] =>
  places(parentWireless, {
    hosts,
    networks: [{ id: 'lan', driver: 'macvlan', options: { parent: 'wlan0' }, ...network }],
  });

test.each([
  ['the interface', {}],
  ['a VLAN of it', { options: { parent: 'wlan0.50' } }],
])('finds %s', (_what, network) => {
  expect(found(network)).toEqual(['lan']);
});

test.each([
  ['a wired interface', { options: { parent: 'eth0' } }],
  ['an unknown interface', { options: { parent: 'wlan1' } }],
  ['an interface of that name on another host', { host: 'nas' }],
  ['an ipvlan network', { driver: 'ipvlan' }],
  ['a network that exists already', { external: true }],
])('lets %s pass', (_what, network) => {
  expect(found(network)).toEqual([]);
});
