import { routedHostPortIgnored } from '../../src/analysis/rules/routed-host-port-ignored';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart } from './topologies';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';
const networks = [
  { id: 'shop/front', options: { [MODE]: 'routed' } },
  { id: 'shop/nat', options: { [MODE]: 'nat' } },
  { id: 'shop/a' },
];

function publisher(publish: string, ...ids: readonly string[]): ContainerPart {
  const attachments = ids.map((network) => ({ network }));
  return { id: 'shop/web', publish: parsePublish(publish, ''), attachments };
}

const hosts = [{ id: 'local', engineVersion: '28.5' }];

test.each([
  [undefined, []],
  ['26.1.5', []],
  ['27.0', ['shop/web']],
  ['29.7', ['shop/web']],
])('on engine %s it finds %j', (engineVersion, found) => {
  const containers = [publisher('8080:80', 'shop/front')];
  const parts = { hosts: [{ id: 'local', engineVersion }], networks, containers };
  expect(places(routedHostPortIgnored, parts)).toEqual(found);
});

test.each<[ContainerPart, boolean]>([
  [publisher('80', 'shop/front'), false],
  [publisher('8080:80', 'shop/nat'), false],
  [publisher('8080:80', 'shop/front', 'shop/nat'), true],
  [publisher('8080:80', 'shop/front', 'shop/a'), false],
  [publisher('8080:80', 'shop/front', 'elsewhere/a'), false],
  [{ ...publisher('8080:80'), mode: 'host' }, false],
])('of %j it finds something: %s', (container, isFound) => {
  expect(places(routedHostPortIgnored, { hosts, networks, containers: [container] })).toEqual(
    isFound ? ['shop/web'] : [],
  );
});

test('keeps the protocol in what it proposes', () => {
  const containers = [publisher('5353:53/udp', 'shop/front')];
  expect(messages(routedHostPortIgnored, { hosts, networks, containers })).toEqual([
    "shop/web: publish '5353:53/udp' opens no port of the host, as shop/front is routed: it is open at the container's own address; write '53/udp' alone, or use gatewayMode 'nat' [ROUTED_HOST_PORT_IGNORED]",
  ]);
});
