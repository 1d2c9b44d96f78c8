import { hostPortInUse } from '../../src/analysis/rules/host-port-in-use';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart, type HostPart } from './topologies';

const networks = [{ id: 'shop/front' }];

function publisher(publish: string): ContainerPart {
  const attachments = [{ network: 'shop/front' }];
  return { id: 'shop/git', publish: parsePublish(publish, ''), attachments };
}

type Service = NonNullable<HostPart['services']>[number];
const sshd: Service = { port: 22, protocol: 'tcp', name: 'sshd' };

test.each<[Service, string, boolean]>([
  [sshd, '22:22', true],
  [sshd, '127.0.0.1:22:22', true],
  [sshd, '[::1]:22:22', true],
  [sshd, '2222:22', false],
  [sshd, '22:22/udp', false],
  [sshd, '22', false],
  [{ ...sshd, address: '0.0.0.0' }, '[::]:22:22', false],
  [{ ...sshd, address: '192.168.1.5' }, '22:22', true],
  [{ ...sshd, address: '192.168.1.5' }, '192.168.1.6:22:22', false],
  [{ port: 53, protocol: 'udp', address: '127.0.0.53' }, '53:53/udp', true],
  [{ port: 53, protocol: 'udp', address: '127.0.0.53' }, '192.168.1.5:53:53/udp', false],
])("of %j and '%s' it finds something: %s", (service, publish, isFound) => {
  const hosts = [{ id: 'local', services: [service] }];
  const parts = { hosts, networks, containers: [publisher(publish)] };
  expect(places(hostPortInUse, parts)).toEqual(isFound ? ['shop/git'] : []);
});

test('looks at the services of another host for nothing', () => {
  const hosts = [{ id: 'local' }, { id: 'nas', services: [sshd] }];
  expect(places(hostPortInUse, { hosts, networks, containers: [publisher('22:22')] })).toEqual([]);
});

test('says it once of all ports that one program has', () => {
  const services = [21, 22, 23].map((port): Service => ({ port, protocol: 'tcp' }));
  const hosts = [{ id: 'local', services }];
  expect(
    messages(hostPortInUse, { hosts, networks, containers: [publisher('20-24:20-24')] }),
  ).toEqual([
    "shop/git: publish '21:21', '22:22' and '23:23' takes ports that a program of host local has; publish on another port or host address, or stop that program [HOST_PORT_IN_USE]",
  ]);
});
