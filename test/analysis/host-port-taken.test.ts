import { hostPortTaken } from '../../src/analysis/rules/host-port-taken';
import { parsePublish } from '../../src/notation/publish';
import { defaultBridge, messages, places, type ContainerPart } from './topologies';

const networks = [
  defaultBridge(),
  { id: 'shop/front' },
  { id: 'shop/back', internal: true },
  {
    id: 'shop/local',
    options: { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' },
  },
  { id: 'shop/routed', options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } },
];

function publisher(id: string, publish: string, network = 'shop/front'): ContainerPart {
  return { id, publish: parsePublish(publish, id), attachments: [{ network }] };
}

test.each([
  ['8080:80', '8080:80', true],
  ['8080:80', '0.0.0.0:8080:80', true],
  ['8080:80', '[::]:8080:80', true],
  ['8080:80', '[fd27::5]:8080:80', true],
  ['8080:80', '127.0.0.1:8080:80', true],
  ['0.0.0.0:8080:80', '192.168.1.5:8080:80', true],
  ['0.0.0.0:8080:80', '[::]:8080:80', false],
  ['192.168.1.5:8080:80', '[fd27::5]:8080:80', false],
  ['127.0.0.1:8080:80', '127.0.0.2:8080:80', false],
  ['127.0.0.1:8080:80', '192.168.1.5:8080:80', false],
  ['8080:80', '8080:80/udp', false],
  ['8080:80', '8081:80', false],
  ['80', '80', false],
  ['8000-8010:8000-8010', '8010:80', true],
  ['8000-8010:8000-8010', '8011:80', false],
])("of '%s' and '%s' it finds something: %s", (one, two, isFound) => {
  const containers = [publisher('shop/a', one), publisher('shop/b', two)];
  expect(places(hostPortTaken, { networks, containers })).toEqual(isFound ? ['shop/b'] : []);
});

test('says it once of ranges that overlap', () => {
  const containers = [
    publisher('shop/a', '9998-10010:1000-1012'),
    publisher('shop/b', '9990-10001:2000-2011'),
  ];
  expect(messages(hostPortTaken, { networks, containers })).toEqual([
    "shop/b: publish '9998:2008', '9999:2009' and 2 more takes host ports that shop/a publishes with '9998:1000', '9999:1001' and 2 more; publish one of them on another port or another host address [HOST_PORT_TAKEN]",
  ]);
});

test('finds a container that clashes with itself', () => {
  const publish = ['8080:80', '127.0.0.1:8080:81'].flatMap((text) => parsePublish(text, ''));
  const containers = [{ ...publisher('shop/a', '80'), publish }];
  expect(messages(hostPortTaken, { networks, containers })).toEqual([
    "shop/a: publish '127.0.0.1:8080:81' takes a host port that it publishes itself with '8080:80'; publish one of them on another port or another host address [HOST_PORT_TAKEN]",
  ]);
});

test('names the first container by id to all others', () => {
  const containers = ['shop/c', 'shop/a', 'shop/b'].map((id) => publisher(id, '8080:80'));
  expect(messages(hostPortTaken, { networks, containers })).toEqual(
    ['shop/b', 'shop/c'].map(
      (id) =>
        `${id}: publish '8080:80' takes a host port that shop/a publishes with '8080:80'; publish one of them on another port or another host address [HOST_PORT_TAKEN]`,
    ),
  );
});

test.each<[string, ContainerPart]>([
  ['another host', { ...publisher('shop/b', '8080:80'), host: 'nas', attachments: [] }],
  ['host mode', { ...publisher('shop/b', '8080:80'), mode: 'host', attachments: [] }],
  ['an internal network', publisher('shop/b', '8080:80', 'shop/back')],
  ['a routed network', publisher('shop/b', '8080:80', 'shop/routed')],
])('looks at no container in %s', (_, other) => {
  const hosts = [{ id: 'local' }, { id: 'nas' }];
  const containers = [publisher('shop/a', '8080:80'), other];
  expect(places(hostPortTaken, { hosts, networks, containers })).toEqual([]);
});

test.each([
  ['a network', 'shop/local', {}],
  ['the daemon, for its default bridge', 'local:bridge', { ip: '127.0.0.1' }],
])('goes by the host address of %s', (_, network, daemon) => {
  const hosts = [{ id: 'local', daemon }];
  const one = publisher('shop/a', '8080:80', network);
  const other = (text: string): ContainerPart[] => [one, publisher('shop/b', text)];
  const find = (containers: ContainerPart[]): string[] =>
    places(hostPortTaken, { hosts, networks, containers });
  expect(find(other('192.168.1.5:8080:80'))).toEqual([]);
  expect(find(other('127.0.0.1:8080:80'))).toEqual(['shop/b']);
});

test('finds nothing where a host address is only known to Terraform', () => {
  const other = { ...publisher('shop/b', '8080:80'), unknown: ['publish/0/hostIp'] };
  const containers = [publisher('shop/a', '8080:80'), other];
  expect(places(hostPortTaken, { networks, containers })).toEqual([]);
});

test('lets a container have the port of a OneShot that has ended, and no third one', () => {
  const dependsOn = [{ container: 'shop/a', condition: 'completed' as const }];
  const setup = { ...publisher('shop/a', '8080:80'), oneShot: true };
  const web = { ...publisher('shop/b', '8080:80'), dependsOn };
  const api = { ...publisher('shop/c', '127.0.0.1:8080:80'), dependsOn };
  expect(places(hostPortTaken, { networks, containers: [setup, web] })).toEqual([]);
  expect(places(hostPortTaken, { networks, containers: [setup, web, api] })).toEqual(['shop/c']);
});
