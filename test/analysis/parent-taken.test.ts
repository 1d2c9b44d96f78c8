import { parentTaken } from '../../src/analysis/rules/parent-taken';
import { messages, type NetworkPart } from './topologies';

const on = (id: string, driver: string, parent: string, more: Partial<NetworkPart> = {}) => ({
  id,
  driver,
  options: { parent },
  ...more,
});
const passthru = { options: { parent: 'eth0', macvlan_mode: 'passthru' } };

const found = (engineVersion: string | undefined, ...networks: NetworkPart[]): string[] =>
  messages(parentTaken, {
    hosts: [
      { id: 'local', ...(engineVersion === undefined ? {} : { engineVersion }) },
      { id: 'nas' },
    ],
    networks,
  });

const macvlans = [on('a', 'macvlan', 'eth0'), on('b', 'macvlan', 'eth0')];
const ipvlans = [on('a', 'ipvlan', 'eth0'), on('b', 'ipvlan', 'eth0')];

test.each([
  ['20.10.24', 'which engines before 27 refuse, and host local has engine 20.10.24'],
  ['26.1', 'which engines before 27 refuse, and host local has engine 26.1'],
  [
    undefined,
    'which engines before 27 refuse, and the engine of host local has an unknown version',
  ],
])('finds two macvlan networks on engine %s', (version, text) => {
  expect(found(version, ...macvlans)).toEqual([expect.stringContaining(text)]);
});

test('lets macvlan networks share a parent since engine 27', () => {
  expect(found('27.0', ...macvlans)).toEqual([]);
});

test('finds a passthru network among them on every engine', () => {
  expect(found('28.0', ...macvlans, on('c', 'macvlan', 'eth0', passthru))).toEqual([
    expect.stringContaining('b: its parent eth0 is the one of a, too, which a passthru network'),
    expect.stringContaining('c: its parent eth0 is the one of a, too, which a passthru network'),
  ]);
});

test('finds two ipvlan networks on every engine', () => {
  expect(found('29.0', ...ipvlans)).toEqual([
    'b: its parent eth0 is the one of a, too, which one ipvlan network at a time can have; put both subnets into one network, or use a VLAN of the interface for each [PARENT_TAKEN]',
  ]);
});

test.each([
  ['VLANs of one interface', [on('a', 'macvlan', 'eth0.50'), on('b', 'macvlan', 'eth0.60')]],
  ['an interface and a VLAN of it', [on('a', 'macvlan', 'eth0'), on('b', 'macvlan', 'eth0.60')]],
  ['two drivers', [on('a', 'macvlan', 'eth0'), on('b', 'ipvlan', 'eth0')]],
  ['two hosts', [on('a', 'ipvlan', 'eth0'), on('b', 'ipvlan', 'eth0', { host: 'nas' })]],
  [
    'an existing network',
    [on('a', 'ipvlan', 'eth0'), on('b', 'ipvlan', 'eth0', { external: true })],
  ],
])('lets %s pass', (_what, networks) => {
  expect(found('20.10.24', ...networks)).toEqual([]);
});
