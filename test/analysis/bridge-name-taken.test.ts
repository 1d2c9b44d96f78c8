import { bridgeNameTaken } from '../../src/analysis/rules/bridge-name-taken';
import { messages, places, type Case, type NetworkPart } from './topologies';

const named = (id: string, bridge: string, more: Partial<NetworkPart> = {}): NetworkPart => ({
  id,
  options: { 'com.docker.network.bridge.name': bridge },
  ...more,
});

const cases: Case[] = [
  [
    'names the first in each of the others',
    { networks: [named('c', 'br-shop'), named('a', 'br-shop'), named('b', 'br-shop')] },
    ['b', 'c'],
  ],
  ['tells capitals apart, as Linux does', { networks: [named('a', 'br0'), named('b', 'BR0')] }, []],
  [
    'lets bridges of two hosts have one name',
    {
      hosts: [{ id: 'local' }, { id: 'nas' }],
      networks: [named('a', 'br0'), named('b', 'br0', { host: 'nas' })],
    },
    [],
  ],
  ['lets networks without a name of their own pass', { networks: [{ id: 'a' }, { id: 'b' }] }, []],
  [
    'says nothing of a name that only Terraform knows',
    { networks: [{ id: 'a', unknown: ['options'] }, named('b', 'br0')] },
    [],
  ],
  [
    'says nothing of networks that exist already',
    {
      networks: [named('a', 'docker0', { external: true }), named('b', 'br0', { external: true })],
    },
    [],
  ],
];

test.each(cases)('%s', (_title, parts, expected) => {
  expect(places(bridgeNameTaken, parts)).toEqual(expected);
});

test('keeps docker0 for the engine', () => {
  expect(messages(bridgeNameTaken, { networks: [named('a', 'docker0')] })).toEqual([
    "a: its Linux bridge 'docker0' is the one of the engine's default bridge; choose another bridgeName [BRIDGE_NAME_TAKEN]",
  ]);
});

test('keeps for the engine the bridge that daemon.json names', () => {
  const hosts = [{ id: 'local', daemon: { bridge: 'br0' } }];
  const networks = [named('a', 'br0'), named('b', 'docker0')];
  expect(places(bridgeNameTaken, { hosts, networks })).toEqual(['a']);
});
