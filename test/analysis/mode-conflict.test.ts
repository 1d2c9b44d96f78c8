import { modeConflict } from '../../src/analysis/rules/mode-conflict';
import { messages, places, type ContainerPart } from './topologies';

const port = { containerPort: 80, hostPort: 8080, protocol: 'tcp' as const };

test.each<[string, Partial<ContainerPart>]>([
  ["publish '8080:80'", { publish: [port] }],
  ['publish of every exposed port', { publishAll: true }],
  ["hostname 'web'", { hostname: 'web' }],
  ['dns 10.0.0.53', { dns: ['10.0.0.53'] }],
  ['extraHosts', { extraHosts: [{ host: 'db', address: '10.0.0.5' }] }],
  ['links', { links: [{ container: 'shop/db' }] }],
])('finds %s beside the network of another container', (text, setting) => {
  const containers: ContainerPart[] = [
    { id: 'shop/web', mode: 'container', modeContainer: 'shop/vpn', ...setting },
  ];
  expect(messages(modeConflict, { containers })).toEqual([
    `shop/web: it has ${text} and shares the network of shop/vpn; set that on shop/vpn, or give this one networks of its own [MODE_CONFLICT]`,
  ]);
});

test.each<[string, Partial<ContainerPart>]>([
  ['sysctl net.core.somaxconn', { sysctls: { 'net.core.somaxconn': '1024' } }],
  ['links', { links: [{ container: 'shop/db' }] }],
])('finds %s in host mode', (text, setting) => {
  const containers: ContainerPart[] = [{ id: 'shop/web', mode: 'host', ...setting }];
  expect(messages(modeConflict, { containers })).toEqual([
    `shop/web: in host mode it has ${text}, which Docker refuses; set that on the host, or put the container into a network [MODE_CONFLICT]`,
  ]);
});

test('names all settings at once', () => {
  const containers: ContainerPart[] = [
    { id: 'shop/web', mode: 'container', modeContainer: 'shop/vpn', hostname: 'web', dns: ['::1'] },
  ];
  expect(messages(modeConflict, { containers })).toEqual([
    "shop/web: it has hostname 'web' and dns ::1 and shares the network of shop/vpn; set them on shop/vpn, or give this one networks of its own [MODE_CONFLICT]",
  ]);
});

test.each<[string, ContainerPart]>([
  ['names and servers in host mode', { id: 'a/b', mode: 'host', hostname: 'web', dns: ['::1'] }],
  ['another sysctl in host mode', { id: 'a/b', mode: 'host', sysctls: { 'kernel.msgmax': '9' } }],
  ['a port without network', { id: 'a/b', mode: 'none', publish: [port] }],
  ['a port in networks', { id: 'a/b', publish: [port], hostname: 'web' }],
  ['a sysctl beside a donor', { id: 'a/b', mode: 'container', sysctls: { 'net.core.a': '1' } }],
  [
    'an exposed port beside a donor',
    { id: 'a/b', mode: 'container', expose: [{ port: 80, protocol: 'tcp' }] },
  ],
])('lets pass %s', (_, container) => {
  expect(places(modeConflict, { containers: [container] })).toEqual([]);
});
