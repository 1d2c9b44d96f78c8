import { engineVersionUnknown as rule } from '../../src/analysis/rules/engine-version-unknown';
import { inNetworks, messages, type ContainerPart, type HostPart } from './topologies';

function publishing(id: string, hostIp: string): ContainerPart {
  const port = { containerPort: 80, hostPort: 8080, hostIp, protocol: 'tcp' as const };
  return { id, publish: [port, { ...port, hostPort: 8081 }], ...inNetworks('back') };
}

function found(host: Partial<HostPart>, ...containers: readonly ContainerPart[]): string[] {
  return messages(rule, {
    hosts: [{ id: 'local', ...host }],
    networks: [{ id: 'back' }],
    containers,
  });
}

test('names every container once', () => {
  expect(found({}, publishing('b', '127.0.0.2'), publishing('a', '127.0.0.1'))).toEqual([
    expect.stringMatching(/^local: a and b publish on 127.0.0.1, /),
  ]);
});

test.each<[string, Partial<HostPart>, string]>([
  ['has a version', { engineVersion: '20.10' }, '127.0.0.1'],
  ['is rootless', { kind: 'rootless' }, '127.0.0.1'],
  ['is Docker Desktop', { kind: 'desktop' }, '127.0.0.1'],
  ['opens ports on every address', {}, '0.0.0.0'],
  ['opens ports on one of the LAN', {}, '192.168.10.2'],
])('has nothing to say of a host that %s', (_, host, hostIp) => {
  expect(found(host, publishing('a', hostIp))).toEqual([]);
});

test('takes a version that is none for no version', () => {
  expect(found({ engineVersion: 'latest' }, publishing('a', '127.0.0.1'))).toHaveLength(1);
});
