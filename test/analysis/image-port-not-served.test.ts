import { imagePortNotServed as rule } from '../../src/analysis/rules/image-port-not-served';
import { messages, type ContainerPart } from './topologies';

function found(image: string, containerPort: number, part: Partial<ContainerPart> = {}): string[] {
  const publish = [{ containerPort, hostPort: 8080, protocol: 'tcp' as const }];
  return messages(rule, { containers: [{ id: 'web', image, publish, ...part }] });
}

test.each([
  [
    'nginx:1.27',
    8080,
    'it publishes port 8080, and the image nginx answers on 80; publish 80 instead',
  ],
  ['wordpress:php8.3-fpm', 80, 'the image wordpress (fpm) answers on 9000; publish 9000 instead'],
  ['wordpress:cli', 80, '(cli) answers on none; drop it, or take a variant of wordpress that is'],
])('says of %s and %d: ... %s', (image, port, text) => {
  expect(found(image, port)).toEqual([expect.stringContaining(text)]);
});

test('names a port once, however often it is published', () => {
  const publish = ['10.0.0.5', '127.0.0.1'].map((hostIp) => ({
    containerPort: 8080,
    hostPort: 80,
    hostIp,
    protocol: 'tcp' as const,
  }));
  expect(found('nginx:1.27', 0, { publish })).toHaveLength(1);
});

test('tells UDP from TCP', () => {
  const publish = [{ containerPort: 80, protocol: 'udp' as const }];
  expect(found('nginx:1.27', 0, { publish })).toEqual([
    expect.stringContaining('it publishes port 80/udp, and'),
  ]);
});

test.each<[string, string, number, Partial<ContainerPart>]>([
  ['the right port', 'nginx:1.27', 80, {}],
  ['a file', 'nginx:1.27', 8080, { files: [{ path: '/etc/nginx/nginx.conf', mode: '0644' }] }],
  [
    'a mount that is not for data',
    'nginx:1.27',
    8080,
    { mounts: [{ type: 'bind', source: '/srv', target: '/etc/nginx/conf.d' }] },
  ],
  ['a command', 'nginx:1.27', 8080, { command: ['nginx', '-c', '/other.conf'] }],
  ['a variable that chooses the port', 'tomcat:10', 9090, { env: { HTTP_PORT: '9090' } }],
  ['an image whose configuration alone tells', 'haproxy:3.0', 8404, {}],
  ['an image nobody knows', 'shop/nginx:1', 8080, {}],
])('lets a container pass with %s', (_, image, port, part) => {
  expect(found(image, port, part)).toEqual([]);
});

test('is not misled by a mount for data', () => {
  const mounts = [
    { type: 'bind' as const, source: '/srv', target: '/usr/share/nginx/html', readOnly: true },
  ];
  expect(found('nginx:1.27', 8080, { mounts })).toHaveLength(1);
});
