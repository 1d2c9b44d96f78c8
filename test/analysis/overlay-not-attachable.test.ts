import { overlayNotAttachable } from '../../src/analysis/rules/overlay-not-attachable';
import { messages, places, type NetworkPart } from './topologies';

const containers = [{ id: 'shop/web', attachments: [{ network: 'shop/mesh' }] }];

test.each<[Partial<NetworkPart>, readonly string[]]>([
  [{ driver: 'overlay' }, ['shop/web']],
  [{ driver: 'overlay', attachable: true }, []],
  [{ driver: 'overlay', external: true }, []],
  [{ driver: 'bridge' }, []],
  [{ driver: undefined }, []],
])('of %j it finds %j', (network, found) => {
  const networks = [{ id: 'shop/mesh', ...network }];
  expect(places(overlayNotAttachable, { networks, containers })).toEqual(found);
});

test('calls the routing mesh by its name, attachable or not', () => {
  const networks = [{ id: 'shop/mesh', driver: 'overlay', attachable: true, ingress: true }];
  expect(messages(overlayNotAttachable, { networks, containers })).toEqual([
    'shop/web: its network shop/mesh is the routing mesh, so only swarm services can join it; use another overlay network [OVERLAY_NOT_ATTACHABLE]',
  ]);
});

test('finds a container of another stack that names the network', () => {
  const networks = [
    { id: 'shop/mesh', name: 'mesh', driver: 'overlay' },
    { id: 'blog/mesh', name: 'mesh', driver: 'overlay', external: true },
  ];
  const others = [{ id: 'blog/web', attachments: [{ network: 'blog/mesh' }] }];
  expect(places(overlayNotAttachable, { networks, containers: others })).toEqual(['blog/web']);
});
