import { fileLost as rule } from '../../src/analysis/rules/file-lost';
import { messages, type ContainerPart } from './topologies';

type Mounts = NonNullable<ContainerPart['mounts']>;

function found(path: string, mounts: Mounts = []): string[] {
  return messages(rule, { containers: [{ id: 'web', files: [{ path, mode: '0644' }], mounts }] });
}

test.each([
  ['/etc/hosts', 'use extraHosts'],
  ['/etc/hostname', 'use hostname'],
  ['/etc/resolv.conf', 'use dns, dnsSearch and dnsOptions'],
  ['/dev/shm/x', 'choose another path'],
  ['/proc/sys/x', 'choose another path, or use sysctls'],
  ['/sys/x', 'choose another path'],
  ['/etc/../dev//x', 'choose another path'],
])('says of %s: %s', (path, fix) => {
  expect(found(path)).toEqual([expect.stringContaining(`; ${fix} [FILE_LOST]`)]);
});

test.each(['/etc/hosts.allow', '/device', '/etc/hosts.d/x', '/run/x'])('lets %s pass', (path) => {
  expect(found(path)).toEqual([]);
});

test.each<[string, Mounts]>([
  ['in a tmpfs', [{ type: 'tmpfs', target: '/run/' }]],
  [
    'in a tmpfs in a volume',
    [
      { type: 'volume', target: '/run' },
      { type: 'tmpfs', target: '/run/web' },
    ],
  ],
  ['where a file is mounted', [{ type: 'bind', source: '/srv/x', target: '/run/web/x' }]],
])('reports a file %s', (_, mounts) => {
  expect(found('/run/web/x', mounts)).toHaveLength(1);
});

test.each<[string, string, Mounts]>([
  [
    'in a volume in a tmpfs',
    '/run/web/x',
    [
      { type: 'tmpfs', target: '/run' },
      { type: 'volume', target: '/run/web' },
    ],
  ],
  ['in a folder of the host', '/run/web/x', [{ type: 'bind', source: '/srv', target: '/run' }]],
  [
    'in a volume at a place of Docker’s own',
    '/dev/mqueue/x',
    [{ type: 'volume', target: '/dev/mqueue' }],
  ],
  ['beside a tmpfs', '/runner/x', [{ type: 'tmpfs', target: '/run' }]],
])('lets a file pass %s', (_, path, mounts) => {
  expect(found(path, mounts)).toEqual([]);
});
