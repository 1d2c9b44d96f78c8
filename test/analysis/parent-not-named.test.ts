import { parentNotNamed } from '../../src/analysis/rules/parent-not-named';
import { messages, places, type NetworkPart } from './topologies';

const found = (network: Partial<NetworkPart>): string[] =>
  places(parentNotNamed, { networks: [{ id: 'lan', ...network }] });

test('tells an ipvlan network what it is', () => {
  expect(messages(parentNotNamed, { networks: [{ id: 'lan', driver: 'ipvlan' }] })).toEqual([
    expect.stringContaining('this ipvlan network has no parent: its containers reach each other'),
  ]);
});

test.each([
  ['is internal', { driver: 'macvlan', internal: true }],
  ['names its parent', { driver: 'macvlan', options: { parent: 'eth0' } }],
  ['is a bridge', {}],
  ['is an overlay', { driver: 'overlay' }],
  ['exists already', { driver: 'macvlan', external: true }],
])('says nothing of a network that %s', (_why, network) => {
  expect(found(network)).toEqual([]);
});

test.each(['options', 'options/parent'])(
  'says nothing of a parent that only Terraform knows: %s',
  (path) => {
    expect(found({ driver: 'macvlan', unknown: [path] })).toEqual([]);
  },
);

test('finds a network of which Terraform knows another option', () => {
  expect(found({ driver: 'macvlan', unknown: ['options/macvlan_mode'] })).toEqual(['lan']);
});
