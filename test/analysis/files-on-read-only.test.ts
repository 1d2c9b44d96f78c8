import { filesOnReadOnly as rule } from '../../src/analysis/rules/files-on-read-only';
import { messages, places, type ContainerPart } from './topologies';

type Mounts = NonNullable<ContainerPart['mounts']>;

function found(path: string, part: Partial<ContainerPart>): string[] {
  const containers = [{ id: 'web', files: [{ path, mode: '0644' }], ...part }];
  return messages(rule, { containers });
}

function bind(target: string, readOnly: boolean): Mounts[number] {
  return { type: 'bind', source: '/srv/conf', target, readOnly };
}

test('names the files once, also those that would go into a volume', () => {
  const files = ['/data/a', '/b', '/c', '/d'].map((path) => ({ path, mode: '0644' }));
  const mounts: Mounts = [{ type: 'volume', source: 'data', target: '/data' }];
  expect(found('/x', { readOnly: true, files, mounts })).toEqual([
    expect.stringContaining('web: it is readOnly, and files puts /data/a, /b and 2 more into it;'),
  ]);
});

test('reports a file in a mount that is read-only', () => {
  expect(found('/conf/site.conf', { mounts: [bind('/conf', true)] })).toEqual([
    'web: files puts /conf/site.conf into /srv/conf of the host, which is mounted at /conf read-only; put the file there by other means, or choose a path outside the mount [FILES_ON_READ_ONLY]',
  ]);
});

test.each<[string, Mounts]>([
  ['beside the mount', [bind('/config', true)]],
  ['in a mount that can be written', [bind('/conf', false)]],
  ['in a mount inside a read-only one', [bind('/conf', true), bind('/conf/d', false)]],
  ['at the very path of the mount, which is another mistake', [bind('/conf/d/site.conf', true)]],
])('lets a file pass %s', (_, mounts) => {
  expect(found('/conf/d/site.conf', { mounts })).toEqual([]);
});

test('lets a read-only container without files pass', () => {
  expect(places(rule, { containers: [{ id: 'web', readOnly: true }] })).toEqual([]);
});
