import { TerraformVariable } from 'cdktf';
import { Container, Mount, Volume, type DockerStack } from 'portolan';
import type { ContainerMount } from '../../src/topology/container';
import { onlyContainer, resourceNamed, shop, type Block } from '../support/synth';

type MountOf = (stack: DockerStack) => Mount | string;

/** What a container with the mount becomes. */
function written(mountOf: MountOf): {
  block: Block;
  mounts: readonly ContainerMount[];
  unknown: readonly string[];
} {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', volumes: [mountOf(stack)] });
  const { mounts, unknown } = onlyContainer(stack);
  return { block: resourceNamed(stack, 'docker_container', 'shop-web'), mounts, unknown };
}

const data = (stack: DockerStack): Volume => new Volume(stack, 'data');
const dataName = expect.stringMatching(/^\$\{docker_volume\.data_\w+\.name\}$/);

/** Forms that a `volumes` block can say: a change of it replaces the container. */
test.each<[string, MountOf, Block, Partial<ContainerMount>]>([
  [
    'a volume',
    (s) => data(s).at('/data'),
    { volume_name: dataName, container_path: '/data' },
    { type: 'volume', volume: 'shop/data', target: '/data', readOnly: false },
  ],
  [
    'a read-only volume',
    (s) => data(s).at('/data', { readOnly: true }),
    { volume_name: dataName, container_path: '/data', read_only: true },
    { volume: 'shop/data', readOnly: true },
  ],
  [
    'Mount.volume',
    (s) => Mount.volume(data(s), '/data'),
    { volume_name: dataName, container_path: '/data' },
    { volume: 'shop/data' },
  ],
  [
    'an existing volume',
    (s) => Volume.fromName(s, 'old', 'legacy').at('/data'),
    { volume_name: 'legacy', container_path: '/data' },
    { type: 'volume', source: 'legacy', volume: 'shop/old' },
  ],
  [
    'a volume by text',
    () => 'data:/data',
    { volume_name: 'data', container_path: '/data' },
    { type: 'volume', source: 'data', target: '/data' },
  ],
  [
    'a read-only volume by text',
    () => 'data:/data:ro',
    { volume_name: 'data', container_path: '/data', read_only: true },
    { readOnly: true },
  ],
  [
    'an anonymous volume',
    () => '/data',
    { container_path: '/data' },
    { type: 'volume', target: '/data' },
  ],
  [
    'a bind mount',
    () => Mount.bind('/srv/${x}', '/srv'),
    { host_path: '/srv/$${x}', container_path: '/srv' },
    { type: 'bind', source: '/srv/${x}', target: '/srv' },
  ],
  [
    'a read-only bind mount',
    () => Mount.bind('/srv', '/srv', { readOnly: true }),
    { host_path: '/srv', container_path: '/srv', read_only: true },
    { type: 'bind', readOnly: true },
  ],
  [
    'a bind mount by text',
    () => '/srv:/data:rw',
    { host_path: '/srv', container_path: '/data' },
    { type: 'bind', source: '/srv' },
  ],
  [
    'an SELinux label',
    () => '/srv:/data:Z',
    { host_path: '/srv', container_path: '/data', selinux_relabel: 'Z' },
    { type: 'bind' },
  ],
  [
    'volumes of another container',
    () => Mount.fromContainer('legacy'),
    { from_container: 'legacy' },
    { type: 'container', source: 'legacy' },
  ],
])('writes %s into a volumes block', (_, mountOf, block, model) => {
  const { block: container, mounts } = written(mountOf);
  expect(container['volumes']).toEqual([block]);
  expect(container).not.toHaveProperty('mounts');
  expect(mounts).toEqual([expect.objectContaining(model)]);
});

/** Forms that only a `mounts` block can say. */
test.each<[string, MountOf, Block, Partial<ContainerMount>]>([
  [
    'noCopy',
    (s) => data(s).at('/data', { noCopy: true }),
    { type: 'volume', source: dataName, target: '/data', volume_options: { no_copy: true } },
    { noCopy: true },
  ],
  [
    'nocopy by text',
    () => 'data:/data:nocopy',
    { type: 'volume', source: 'data', target: '/data', volume_options: { no_copy: true } },
    { noCopy: true, source: 'data' },
  ],
  [
    'subpath',
    (s) => data(s).at('/data', { subpath: 'a', readOnly: true }),
    {
      type: 'volume',
      source: dataName,
      target: '/data',
      read_only: true,
      volume_options: { subpath: 'a' },
    },
    { volume: 'shop/data', readOnly: true },
  ],
  [
    'propagation',
    () => Mount.bind('/srv', '/srv', { propagation: 'rshared' }),
    { type: 'bind', source: '/srv', target: '/srv', bind_options: { propagation: 'rshared' } },
    { propagation: 'rshared' },
  ],
  [
    'propagation by text',
    () => '/srv:/srv:ro,rslave',
    {
      type: 'bind',
      source: '/srv',
      target: '/srv',
      read_only: true,
      bind_options: { propagation: 'rslave' },
    },
    { propagation: 'rslave', readOnly: true },
  ],
  [
    'createHostPath false',
    () => Mount.bind('/srv', '/srv', { createHostPath: false }),
    { type: 'bind', source: '/srv', target: '/srv' },
    { type: 'bind' },
  ],
])('writes %s into a mounts block', (_, mountOf, block, model) => {
  const { block: container, mounts } = written(mountOf);
  const [mount] = container['mounts'] as Record<string, unknown>[];
  const one = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  expect(
    Object.fromEntries(Object.entries(mount ?? {}).map(([key, value]) => [key, one(value)])),
  ).toEqual(block);
  expect(container).not.toHaveProperty('volumes');
  expect(mounts).toEqual([expect.objectContaining(model)]);
});

test.each<[string, Mount, string, string | undefined]>([
  ['nothing', Mount.tmpfs('/run'), '', undefined],
  ['a size in text', Mount.tmpfs('/run', { size: '64m' }), 'size=67108864', 'size=67108864'],
  ['a size in bytes', Mount.tmpfs('/run', { size: 4096 }), 'size=4096', 'size=4096'],
  ['a mode', Mount.tmpfs('/run', { mode: '1777' }), 'mode=1777', 'mode=1777'],
  [
    'everything',
    Mount.tmpfs('/run', { size: '1m', mode: '700', options: ['noexec', 'uid=1000'] }),
    'size=1048576,mode=700,noexec,uid=1000',
    'size=1048576,mode=700,noexec,uid=1000',
  ],
])('writes a tmpfs with %s', (_, mount, options, shown) => {
  const { block, mounts } = written(() => mount);
  expect(block['tmpfs']).toEqual({ '/run': options });
  expect(mounts).toEqual([
    {
      type: 'tmpfs',
      target: '/run',
      readOnly: false,
      ...(shown === undefined ? {} : { options: shown }),
    },
  ]);
});

test('takes paths that only Terraform knows', () => {
  const { block, unknown } = written((stack) => {
    const { stringValue } = new TerraformVariable(stack, 'folder', { type: 'string' });
    return Mount.bind(stringValue, stringValue);
  });
  expect(block['volumes']).toEqual([
    { host_path: '${var.folder}', container_path: '${var.folder}' },
  ]);
  expect(unknown).toEqual(['mounts/0/source', 'mounts/0/target']);
});

test('takes a volume that only Terraform knows, by text', () => {
  const { block } = written((stack) => `${data(stack).name}:/data`);
  expect(block['volumes']).toEqual([{ volume_name: dataName, container_path: '/data' }]);
});

test('rejects an SELinux label for an old provider', () => {
  const stack = shop({ providerVersion: '3.6.2' });
  expect(() => new Container(stack, 'web', { image: 'nginx', volumes: ['/srv:/srv:z'] })).toThrow(
    "shop/web: an SELinux label of a volume needs provider 4.0.0, and the stack lets 3.6.2 in; ask for providerVersion '>= 4.5.0, < 5.0.0' in the DockerStack, or leave an SELinux label of a volume out [PROVIDER_TOO_OLD]",
  );
});
