import { macvlanHostUnreachable } from '../../src/analysis/rules/macvlan-host-unreachable';
import {
  defaultBridge,
  member,
  messages,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const found = (
  network: Partial<NetworkPart>,
  containers: ContainerPart[] = [member('web', 'lan')],
): string[] =>
  messages(macvlanHostUnreachable, {
    networks: [
      { id: 'lan', driver: 'macvlan', options: { parent: 'eth0' }, ...network },
      { id: 'back' },
      defaultBridge(),
    ],
    containers,
  });

const inBoth = (id: string, bridge: string): ContainerPart => ({
  id,
  attachments: [{ network: 'lan' }, { network: bridge }],
});

test('names the containers, in order', () => {
  expect(found({}, [member('web', 'lan'), member('db', 'lan')])).toEqual([
    'lan: host local and its containers on bridges do not reach db and web, nor the other way round; the rest of the LAN does; where they must meet, put the container into a bridge network, too [MACVLAN_HOST_UNREACHABLE]',
  ]);
});

test.each(['back', 'local:bridge'])('leaves out a container that is on %s, too', (bridge) => {
  expect(found({}, [inBoth('web', bridge)])).toEqual([]);
  expect(found({}, [inBoth('web', bridge), member('db', 'lan')])).toEqual([
    expect.stringContaining('do not reach db, nor'),
  ]);
});

test('looks at ipvlan networks in the mode l2, which is the default', () => {
  expect(found({ driver: 'ipvlan' })).toHaveLength(1);
  expect(found({ driver: 'ipvlan', options: { parent: 'eth0', ipvlan_mode: 'l3' } })).toEqual([]);
});

test.each([
  ['no parent', { options: {} }],
  ['no way out', { internal: true }],
  ['a life of its own already', { external: true }],
  ['a bridge', { driver: 'bridge' }],
])('says nothing of a network with %s', (_what, network) => {
  expect(found(network)).toEqual([]);
});

test('says nothing of a network that nobody is in', () => {
  expect(found({}, [])).toEqual([]);
});
