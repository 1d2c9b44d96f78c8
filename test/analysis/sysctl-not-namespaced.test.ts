import { sysctlNotNamespaced as rule } from '../../src/analysis/rules/sysctl-not-namespaced';
import { messages, type ContainerPart } from './topologies';

function found(name: string, part: Partial<ContainerPart> = {}): string[] {
  return messages(rule, { containers: [{ id: 'web', sysctls: { [name]: '1' }, ...part }] });
}

test.each(['vm.max_map_count', 'vm.swappiness', 'fs.file-max', 'kernel.pid_max', 'kernel.shm'])(
  'reports %s',
  (name) => {
    expect(found(name)).toEqual([
      expect.stringContaining(`sysctl ${name} is the whole host's, and no container has its own`),
    ]);
  },
);

test.each([
  'net.core.somaxconn',
  'net.ipv4.ip_local_port_range',
  'kernel.shmmax',
  'kernel.sem',
  'kernel.msgmax',
  'fs.mqueue.msg_max',
  'kernel.domainname',
])('lets %s pass', (name) => {
  expect(found(name)).toEqual([]);
});

test('points to the property for a host name', () => {
  expect(found('kernel.hostname')).toEqual([expect.stringContaining('; use hostname [')]);
});

test.each([
  ['host', 1],
  ['shareable', 0],
  ['container:abc', 0],
])('with the shared memory of %s finds %d', (ipcMode, count) => {
  expect(found('kernel.shmmax', { ipcMode })).toHaveLength(count);
});

test('leaves settings of the network to another rule in host mode', () => {
  expect(found('net.core.somaxconn', { mode: 'host' })).toEqual([]);
});
