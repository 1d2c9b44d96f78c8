import { networkNameTaken as rule } from '../../src/analysis/rules/network-name-taken';
import { defaultBridge, messages, places, type NetworkPart } from './topologies';

test.each(['bridge', 'host', 'none', 'default'])(
  'reports the name %s, which is the engine’s',
  (name) => {
    expect(messages(rule, { networks: [{ id: 'shop/back', name }] })).toEqual([
      `shop/back: its name '${name}' belongs to a network of the engine itself; choose another name [NETWORK_NAME_TAKEN]`,
    ]);
  },
);

test('names the first by id to each of the others', () => {
  const networks = ['c', 'a', 'b'].map((id) => ({ id, name: 'back' }));
  expect(messages(rule, { networks })).toEqual([
    expect.stringMatching(/^b: its name 'back' belongs to a on/),
    expect.stringMatching(/^c: its name 'back' belongs to a on/),
  ]);
});

test.each<[string, NetworkPart]>([
  ['on another host', { id: 'b', name: 'back', host: 'far' }],
  ['in another case', { id: 'b', name: 'Back' }],
  ['that is referred to', { id: 'b', name: 'back', external: true }],
  ['that only Terraform knows', { id: 'b', name: undefined, unknown: ['name'] }],
])('lets a name pass %s', (_, other) => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  expect(messages(rule, { hosts, networks: [{ id: 'a', name: 'back' }, other] })).toEqual([]);
});

test('lets the default bridge of each host have its name', () => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  const networks = [defaultBridge(), defaultBridge('far')];
  expect(places(rule, { hosts, networks })).toEqual([]);
});
