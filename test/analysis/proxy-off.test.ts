import { proxyOff } from '../../src/analysis/rules/proxy-off';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart } from './topologies';

const networks = [{ id: 'shop/front' }];

function publisher(id: string, publish = '8080:80'): ContainerPart {
  return { id, publish: parsePublish(publish, id), attachments: [{ network: 'shop/front' }] };
}

test.each([
  [undefined, []],
  [true, []],
  [false, ['local']],
])('with the proxy %s it finds %j', (userlandProxy, found) => {
  const hosts = [{ id: 'local', daemon: { userlandProxy } }];
  expect(places(proxyOff, { hosts, networks, containers: [publisher('shop/web')] })).toEqual(found);
});

test.each([
  ['28.5', 'containers of other bridges before engine 29, to IPv6 clients'],
  [undefined, 'containers of other bridges before engine 29, to IPv6 clients'],
  ['29.0', 'IPv6 clients'],
])('says of engine %s to whom ports are closed', (engineVersion, clients) => {
  const hosts = [{ id: 'local', engineVersion, daemon: { userlandProxy: false } }];
  const containers = [publisher('shop/web'), publisher('shop/api', '81-89:81-89')];
  expect(messages(proxyOff, { hosts, networks, containers })).toEqual([
    `local: userlandProxy is off: the published ports of shop/api and shop/web are closed to ${clients} of containers without IPv6, and to [::1]; reach them over a network of both, or leave the proxy on [PROXY_OFF]`,
  ]);
});

test.each<[string, readonly ContainerPart[]]>([
  ['nothing is published', [{ id: 'shop/web', attachments: [{ network: 'shop/front' }] }]],
  ['ports are for the host alone', [publisher('shop/web', '127.0.0.1:8080:80')]],
])('finds nothing where %s', (_, containers) => {
  const hosts = [{ id: 'local', daemon: { userlandProxy: false } }];
  expect(places(proxyOff, { hosts, networks, containers })).toEqual([]);
});
