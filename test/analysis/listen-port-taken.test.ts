import { listenPortTaken } from '../../src/analysis/rules/listen-port-taken';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart } from './topologies';

type Listener = NonNullable<ContainerPart['listens']>[number];

const http: Listener = { port: 80, protocol: 'tcp' };
const networks = [{ id: 'shop/front' }];

function inHostMode(id: string, ...listens: Listener[]): ContainerPart {
  return { id, mode: 'host', listens };
}

function joining(id: string, modeContainer: string, ...listens: Listener[]): ContainerPart {
  return { id, mode: 'container', modeContainer, listens };
}

function publisher(id: string, publish: string): ContainerPart {
  return { id, publish: parsePublish(publish, id), attachments: [{ network: 'shop/front' }] };
}

test.each<[Listener, Listener, boolean]>([
  [http, http, true],
  [http, { ...http, protocol: 'udp' }, false],
  [http, { ...http, port: 81 }, false],
  [http, { ...http, address: '127.0.0.1' }, true],
  [{ ...http, address: '127.0.0.1' }, { ...http, address: '192.168.1.5' }, false],
  [{ ...http, address: '0.0.0.0' }, { ...http, address: '::1' }, false],
])('of %j and %j in host mode it finds something: %s', (one, two, isFound) => {
  const containers = [inHostMode('shop/a', one), inHostMode('shop/b', two)];
  expect(places(listenPortTaken, { containers })).toEqual(isFound ? ['shop/b'] : []);
});

test.each([
  ['80:8080', true],
  ['192.168.1.5:80:80', true],
  ['8080:80', false],
  ['80:80/udp', false],
  ['80', false],
])("of one published with '%s' and one in host mode it finds something: %s", (publish, isFound) => {
  const containers = [inHostMode('shop/a', http), publisher('shop/b', publish)];
  expect(places(listenPortTaken, { networks, containers })).toEqual(isFound ? ['shop/a'] : []);
});

test('finds a port that a program of the host has', () => {
  const services = [{ port: 80, protocol: 'tcp' as const, name: 'apache2' }];
  const containers = [inHostMode('shop/a', http), publisher('shop/b', '80:80')];
  const parts = { hosts: [{ id: 'local', services }], networks, containers };
  expect(messages(listenPortTaken, parts)).toEqual([
    'shop/a: it answers on port 80/tcp, which apache2 of host local has; make one of them use another port, or give it a network of its own [LISTEN_PORT_TAKEN]',
  ]);
});

test('leaves published ports among each other to another rule', () => {
  const containers = [
    publisher('shop/a', '80:80'),
    publisher('shop/b', '80:80'),
    inHostMode('shop/c'),
  ];
  expect(places(listenPortTaken, { networks, containers })).toEqual([]);
});

test('lets containers of two hosts have the same port', () => {
  const hosts = [{ id: 'local' }, { id: 'nas' }];
  const containers = [inHostMode('shop/a', http), { ...inHostMode('shop/b', http), host: 'nas' }];
  expect(places(listenPortTaken, { hosts, containers })).toEqual([]);
});

test('finds all that share the network of one container, at whatever remove', () => {
  const containers: ContainerPart[] = [
    { id: 'shop/a', listens: [http] },
    joining('shop/b', 'shop/a', http),
    joining('shop/c', 'shop/b', http),
    joining('shop/d', 'shop/b', { ...http, port: 81 }),
  ];
  expect(messages(listenPortTaken, { containers })).toEqual(
    ['shop/b', 'shop/c'].map(
      (id) =>
        `${id}: it answers on port 80/tcp, which shop/a answers on in the same network stack; make one of them use another port, or give it a network of its own [LISTEN_PORT_TAKEN]`,
    ),
  );
});

test('counts one that shares the network of a container in host mode to the host', () => {
  const containers = [
    inHostMode('shop/a'),
    joining('shop/b', 'shop/a', http),
    inHostMode('shop/c', http),
  ];
  expect(places(listenPortTaken, { containers })).toEqual(['shop/c']);
});

test.each<[string, readonly ContainerPart[]]>([
  [
    'containers in networks of their own',
    ['shop/a', 'shop/b'].map((id) => ({ id, listens: [http] })),
  ],
  ['one that listens twice', [inHostMode('shop/a', http, { ...http, address: '127.0.0.1' })]],
  [
    'those whose donor is not in the topology',
    [joining('shop/a', 'blog/x', http), joining('shop/b', 'blog/x', http)],
  ],
  [
    'one that starts after a OneShot has ended',
    [
      { ...inHostMode('shop/a', http), oneShot: true },
      {
        ...inHostMode('shop/b', http),
        dependsOn: [{ container: 'shop/a', condition: 'completed' }],
      },
    ],
  ],
])('finds nothing of %s', (_, containers) => {
  expect(places(listenPortTaken, { containers })).toEqual([]);
});
