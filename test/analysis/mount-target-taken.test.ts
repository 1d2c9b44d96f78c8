import { mountTargetTaken as rule } from '../../src/analysis/rules/mount-target-taken';
import { messages, type ContainerPart } from './topologies';

type Mounts = NonNullable<ContainerPart['mounts']>;

function found(mounts: Mounts): string[] {
  return messages(rule, { containers: [{ id: 'web', mounts }] });
}

function bind(target: string): Mounts[number] {
  return { type: 'bind', source: '/srv', target };
}

test.each(['/data/', '/data//', '/data/.', '/./data', '/x/../data'])(
  'takes %s for /data, as the engine does',
  (target) => {
    expect(found([bind('/data'), bind(target)])).toHaveLength(1);
  },
);

test('names all that are at one path, once', () => {
  const mounts: Mounts = [
    bind('/data'),
    { type: 'tmpfs', target: '/data' },
    { type: 'volume', volume: 'shop/data', source: 'shop-data', target: '/data' },
    { type: 'volume', target: '/data' },
  ];
  expect(found(mounts)).toEqual([
    'web: /srv of the host, a tmpfs and 2 more are mounted at /data; give each its own path, or keep one [MOUNT_TARGET_TAKEN]',
  ]);
});

test.each<[string, Mounts]>([
  ['below each other', [bind('/data'), bind('/data/cache')]],
  ['with paths that begin alike', [bind('/data'), bind('/database')]],
  ['in another case', [bind('/data'), bind('/Data')]],
  [
    'of other containers',
    [
      { type: 'container', source: 'a' },
      { type: 'container', source: 'b' },
    ],
  ],
])('lets mounts pass %s', (_, mounts) => {
  expect(found(mounts)).toEqual([]);
});
