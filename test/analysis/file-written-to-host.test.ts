import { fileWrittenToHost as rule } from '../../src/analysis/rules/file-written-to-host';
import { messages, type ContainerPart } from './topologies';

type Mounts = NonNullable<ContainerPart['mounts']>;

const bind: Mounts[number] = { type: 'bind', source: '/srv/conf', target: '/conf/' };

function found(path: string, mounts: Mounts): string[] {
  return messages(rule, { containers: [{ id: 'web', files: [{ path, mode: '0644' }], mounts }] });
}

test('names the folder of the host that is nearest', () => {
  const inner: Mounts[number] = { type: 'bind', source: '/srv/inner', target: '/conf/d' };
  expect(found('/conf/d/x', [bind, inner])).toEqual([
    expect.stringContaining('is written into /srv/inner of the host, which is mounted at /conf/d,'),
  ]);
});

test.each<[string, string, Mounts]>([
  ['beside the folder', '/config/x', [bind]],
  ['in a volume in the folder', '/conf/d/x', [bind, { type: 'volume', target: '/conf/d' }]],
  [
    'in a folder that is read-only, which is another mistake',
    '/conf/x',
    [{ ...bind, readOnly: true }],
  ],
  ['at the very path of the mount, which is another mistake', '/conf', [bind]],
  ['in a volume', '/conf/x', [{ type: 'volume', target: '/conf' }]],
])('lets a file pass %s', (_, path, mounts) => {
  expect(found(path, mounts)).toEqual([]);
});
