import { publishedAcrossNetworks } from '../../src/analysis/rules/published-across-networks';
import { parsePublish } from '../../src/notation/publish';
import {
  defaultBridge,
  messages,
  places,
  type ContainerPart,
  type NetworkPart,
} from './topologies';

const MASQUERADE = 'com.docker.network.bridge.enable_ip_masquerade';
const front = { id: 'shop/front' };

function publisher(id: string, publish = '8080:80'): ContainerPart {
  return { id, publish: parsePublish(publish, id), attachments: [{ network: 'shop/front' }] };
}

function worker(...ids: readonly string[]): ContainerPart {
  return { id: 'shop/worker', attachments: ids.map((network) => ({ network })) };
}

test.each<[string, NetworkPart, readonly string[]]>([
  ['a bridge', { id: 'shop/jobs' }, ['local']],
  ['an internal bridge', { id: 'shop/jobs', internal: true }, []],
  ['a bridge without masquerade', { id: 'shop/jobs', options: { [MASQUERADE]: 'false' } }, []],
  ['a macvlan network', { id: 'shop/jobs', driver: 'macvlan' }, []],
])('of a container in %s it finds %j', (_, network, found) => {
  const parts = { networks: [front, network], containers: [publisher('a'), worker('shop/jobs')] };
  expect(places(publishedAcrossNetworks, parts)).toEqual(found);
});

test.each([
  [{}, ['local']],
  [{ ipMasq: false }, []],
])('of the default bridge with the settings %j it finds %j', (daemon, found) => {
  const hosts = [{ id: 'local', daemon }];
  const containers = [publisher('shop/web'), worker('local:bridge')];
  const parts = { hosts, networks: [front, defaultBridge()], containers };
  expect(places(publishedAcrossNetworks, parts)).toEqual(found);
});

test.each([
  ['127.0.0.1:8080:80', []],
  ['[::1]:8080:80', []],
  ['192.168.1.5:8080:80', ['local']],
])("of '%s' it finds %j", (publish, found) => {
  const networks = [front, { id: 'shop/jobs' }];
  const containers = [publisher('shop/web', publish), worker('shop/jobs')];
  expect(places(publishedAcrossNetworks, { networks, containers })).toEqual(found);
});

test.each([
  ['28.5', []],
  ['29.0', ['local']],
  [undefined, []],
])('without the proxy on engine %s it finds %j', (engineVersion, found) => {
  const hosts = [{ id: 'local', engineVersion, daemon: { userlandProxy: false } }];
  const networks = [front, { id: 'shop/jobs' }];
  const containers = [publisher('shop/web'), worker('shop/jobs')];
  expect(places(publishedAcrossNetworks, { hosts, networks, containers })).toEqual(found);
});

test('takes nobody for an outsider who shares a network with a publisher', () => {
  const networks = [front, { id: 'shop/jobs' }];
  const containers = [publisher('shop/web'), worker('shop/jobs', 'shop/front')];
  expect(places(publishedAcrossNetworks, { networks, containers })).toEqual([]);
});

test('names every publisher and the first outsider, once for the host', () => {
  const networks = [front, { id: 'shop/jobs' }];
  const containers = [
    publisher('shop/web', '8080-8089:80-89'),
    publisher('shop/api', '9090:80'),
    worker('shop/jobs'),
    { ...worker('shop/jobs'), id: 'shop/cron' },
  ];
  expect(messages(publishedAcrossNetworks, { networks, containers })).toEqual([
    'local: the published ports of shop/api and shop/web are open to containers that share no network with them, such as shop/cron; publish on 127.0.0.1 what only the host needs; nothing to do where everybody may come [PUBLISHED_ACROSS_NETWORKS]',
  ]);
});
