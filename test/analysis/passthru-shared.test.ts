import { passthruShared } from '../../src/analysis/rules/passthru-shared';
import { member, messages, type ContainerPart, type NetworkPart } from './topologies';

const found = (containers: ContainerPart[], more: Partial<NetworkPart> = {}): string[] =>
  messages(passthruShared, {
    networks: [
      {
        id: 'lan',
        driver: 'macvlan',
        options: { parent: 'eth1', macvlan_mode: 'passthru' },
        ...more,
      },
      { id: 'ref', name: 'lan', driver: 'macvlan', external: true },
    ],
    containers,
  });

const two = [member('a', 'lan'), member('b', 'lan')];

test('names two of three containers, once', () => {
  expect(found([...two, member('c', 'lan')])).toEqual([
    "lan: in passthru mode one container has the whole interface, and a and b are both in it; use mode 'bridge', or a network and an interface for each [PASSTHRU_SHARED]",
  ]);
});

test('counts containers that know the network by its name', () => {
  expect(found([member('a', 'lan'), member('b', 'ref')])).toHaveLength(1);
});

test.each([
  ['one container', [member('a', 'lan')], {}],
  ['one-shot containers', [member('a', 'lan'), { ...member('b', 'lan'), oneShot: true }], {}],
  ['another mode', two, { options: { parent: 'eth1', macvlan_mode: 'bridge' } }],
  ['another driver', two, { driver: 'bridge' }],
])('lets a network with %s pass', (_what, containers, network) => {
  expect(found(containers, network)).toEqual([]);
});
