import { loopbackPublishOpen } from '../../src/analysis/rules/loopback-publish-open';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart } from './topologies';

const networks = [
  { id: 'shop/front' },
  { id: 'shop/local', options: { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' } },
];

function publisher(id: string, publish: string, network = 'shop/front'): ContainerPart {
  return { id, publish: parsePublish(publish, id), attachments: [{ network }] };
}

test.each([
  ['20.10.24', ['local']],
  ['27.5.1', ['local']],
  ['28.0', []],
  [undefined, []],
])('on engine %s it finds %j', (engineVersion, found) => {
  const containers = [publisher('shop/db', '127.0.0.1:5432:5432')];
  const hosts = [{ id: 'local', engineVersion }];
  expect(places(loopbackPublishOpen, { hosts, networks, containers })).toEqual(found);
});

test.each([
  ['127.0.0.53:53:53/udp', 'shop/front', true],
  ['5432:5432', 'shop/local', true],
  ['5432:5432', 'shop/front', false],
  ['[::1]:5432:5432', 'shop/front', false],
  ['192.168.1.5:5432:5432', 'shop/front', false],
])("of '%s' in %s it finds something: %s", (publish, network, isFound) => {
  const containers = [publisher('shop/db', publish, network)];
  const hosts = [{ id: 'local', engineVersion: '26.1' }];
  expect(places(loopbackPublishOpen, { hosts, networks, containers })).toEqual(
    isFound ? ['local'] : [],
  );
});

test.each(['rootless', 'desktop'] as const)('does not know it of a %s engine', (kind) => {
  const containers = [publisher('shop/db', '127.0.0.1:5432:5432')];
  const hosts = [{ id: 'local', engineVersion: '26.1', kind }];
  expect(places(loopbackPublishOpen, { hosts, networks, containers })).toEqual([]);
});

test('names all publishers of a host in one finding', () => {
  const containers = ['shop/db', 'shop/admin'].map((id, index) =>
    publisher(id, `127.0.0.1:808${String(index)}-809${String(index)}:8080-8090`),
  );
  const hosts = [{ id: 'local', engineVersion: '26.1' }];
  expect(messages(loopbackPublishOpen, { hosts, networks, containers })).toEqual([
    "local: shop/admin and shop/db publish on 127.0.0.1, and neighbours on the LAN that route to the containers' addresses reach those ports before engine 28; host local has engine 26.1; use engine 28, or drop such packets on the host [LOOPBACK_PUBLISH_OPEN]",
  ]);
});
