import { adminPortPublished } from '../../src/analysis/rules/admin-port-published';
import { parsePublish } from '../../src/notation/publish';
import { defaultBridge, messages, places, type NetworkPart } from './topologies';

const BINDING = 'com.docker.network.bridge.host_binding_ipv4';

test.each([
  ['5432:5432', true],
  ['0.0.0.0:15432:5432', true],
  ['[::]:5432:5432', true],
  ['5432', true],
  ['127.0.0.1:5432:5432', false],
  ['[::1]:5432:5432', false],
  ['192.168.1.5:5432:5432', true],
  ['5432:80', false],
  ['5432:5432/udp', false],
])("of '%s' it finds something: %s", (publish, isFound) => {
  const containers = [
    {
      id: 'shop/db',
      attachments: [{ network: 'shop/front' }],
      publish: parsePublish(publish, ''),
    },
  ];
  expect(places(adminPortPublished, { networks: [{ id: 'shop/front' }], containers })).toEqual(
    isFound ? ['shop/db'] : [],
  );
});

test.each<[string, NetworkPart]>([
  ['binds to loopback', { id: 'shop/front', options: { [BINDING]: '127.0.0.1' } }],
  ['is internal', { id: 'shop/front', internal: true }],
])('finds nothing in a network that %s', (_, network) => {
  const publish = parsePublish('5432:5432', '');
  const containers = [{ id: 'shop/db', attachments: [{ network: 'shop/front' }], publish }];
  expect(places(adminPortPublished, { networks: [network], containers })).toEqual([]);
});

test('goes by the address of the daemon on its default bridge', () => {
  const hosts = [{ id: 'local', daemon: { ip: '127.0.0.1' } }];
  const publish = parsePublish('5432:5432', '');
  const attachments = [{ network: 'local:bridge' }];
  const parts = {
    hosts,
    networks: [defaultBridge()],
    containers: [{ id: 'a', attachments, publish }],
  };
  expect(places(adminPortPublished, parts)).toEqual([]);
});

test('proposes a port of the host where Docker picks it', () => {
  const publish = parsePublish('27017', '');
  const containers = [{ id: 'shop/db', attachments: [{ network: 'shop/front' }], publish }];
  expect(messages(adminPortPublished, { networks: [{ id: 'shop/front' }], containers })).toEqual([
    "shop/db: publish '27017' opens the port of MongoDB on every address of the host, past ufw and firewalld; write '127.0.0.1:27017:27017', or let others reach it through a network [ADMIN_PORT_PUBLISHED]",
  ]);
});

test.each([
  ['192.168.1.5:5432:5432', 'on 192.168.1.5 of the host'],
  ['[::]:5432:5432', 'on every address of the host'],
])("says of '%s' where it is open: %s", (publish, where) => {
  const containers = [
    { id: 'db', attachments: [{ network: 'net' }], publish: parsePublish(publish, '') },
  ];
  const [message] = messages(adminPortPublished, { networks: [{ id: 'net' }], containers });
  expect(message).toContain(`opens the port of PostgreSQL ${where}, past`);
});

test.each([
  ['mysql:8.4', '3307:3307', 'MySQL'],
  ['phpmyadmin', '8080:80', 'phpMyAdmin'],
  ['nginx', '8080:80', undefined],
  ['nginx', '3306:3306', 'MySQL or MariaDB'],
  ['mysql:8.4', '3306:3306/udp', undefined],
])('of %s with %s it finds %s', (image, publish, service) => {
  const containers = [
    { id: 'db', image, attachments: [{ network: 'net' }], publish: parsePublish(publish, '') },
  ];
  const found = messages(adminPortPublished, { networks: [{ id: 'net' }], containers });
  expect(found).toEqual(
    service === undefined ? [] : [expect.stringContaining(`the port of ${service} on`)],
  );
});
