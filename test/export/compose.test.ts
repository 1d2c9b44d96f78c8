import { BridgeNetwork, Container, Mount, NetworkMode, Secret, Volume } from 'portolan';
import { exportNotices, renderCompose } from 'portolan/export';
import { parse } from 'yaml';
import { shop, topologyOf } from '../support/synth';
import { topologyFrom } from '../support/topologies';

type Services = Record<string, Record<string, unknown>>;

function servicesOf(stack: ReturnType<typeof shop>): Services {
  const { services } = parse(renderCompose(topologyOf(stack), 'local')) as { services: Services };
  return services;
}

test('writes networks, volumes and services', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', {
    subnets: [{ cidr: '172.27.0.0/16' }],
    internal: true,
    icc: false,
  });
  const data = new Volume(stack, 'data');
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [{ network, ipv4: '172.27.0.10', aliases: ['www'] }],
    volumes: [data.at('/data')],
    publish: ['127.0.0.1:8080:80'],
  });
  expect(parse(renderCompose(topologyOf(stack), 'local'))).toEqual({
    services: {
      web: {
        container_name: 'shop-web',
        image: 'nginx:1.27',
        networks: { net: { ipv4_address: '172.27.0.10', aliases: ['web', 'www'] } },
        ports: ['127.0.0.1:8080:80'],
        volumes: [{ type: 'volume', source: 'data', target: '/data' }],
        stop_grace_period: '10s',
      },
    },
    networks: {
      net: {
        name: 'shop-net',
        driver: 'bridge',
        internal: true,
        driver_opts: { 'com.docker.network.bridge.enable_icc': 'false' },
        ipam: { config: [{ subnet: '172.27.0.0/16', gateway: '172.27.0.1' }] },
      },
    },
    volumes: { data: { name: 'shop-data' } },
  });
});

test('names a secret without its value, and keeps dollar signs', () => {
  const stack = shop();
  new Container(stack, 'db', {
    image: 'mariadb:11.4.2',
    networkMode: NetworkMode.none,
    env: { PRICE: '$5', PASSWORD: Secret.variable('password') },
    command: ['sh', '-c', 'echo $HOME'],
  });
  const { db } = servicesOf(stack);
  expect(db?.['environment']).toEqual({ PRICE: '$$5', PASSWORD: null });
  expect(db?.['command']).toEqual(['sh', '-c', 'echo $$HOME']);
});

test('writes each network mode', () => {
  const stack = shop();
  const image = 'nginx:1.27';
  const web = new Container(stack, 'web', { image, networkMode: NetworkMode.host });
  new Container(stack, 'job', { image, networkMode: NetworkMode.none });
  new Container(stack, 'sidecar', { image, networkMode: NetworkMode.container(web) });
  new Container(stack, 'plain', { image });
  const services = servicesOf(stack);
  expect(Object.values(services).map((one) => one['network_mode'])).toEqual([
    'host',
    'none',
    'service:web',
    'bridge',
  ]);
});

test('lets its own default network stand in for the default bridge, and says so', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', { subnets: [{ cidr: '172.27.0.0/16' }] });
  new Container(stack, 'web', { image: 'nginx:1.27', networks: [network, NetworkMode.bridge] });
  expect(Object.keys(servicesOf(stack)['web']?.['networks'] ?? {})).toEqual(['net', 'default']);
  expect(exportNotices(topologyOf(stack), 'local', 'compose')).toEqual([
    'shop/web: Compose has no service on the default bridge and in other networks; its own default network stands in',
  ]);
});

test('keys of two that end alike are their whole ids', () => {
  const topology = topologyFrom({
    networks: ['blog/net', 'shop/net', 'shop/other'].map((id) => ({
      id,
      name: id.replace('/', '-'),
      host: 'local',
      driver: 'bridge',
    })),
  });
  const { networks } = parse(renderCompose(topology, 'local')) as { networks: object };
  expect(Object.keys(networks)).toEqual(['blog-net', 'shop-net', 'other']);
});

test('writes a tmpfs with its options, and a bind mount', () => {
  const stack = shop();
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networkMode: NetworkMode.none,
    volumes: [Mount.tmpfs('/tmp', { size: '1k' }), Mount.bind('/srv', '/data', { readOnly: true })],
  });
  const { web } = servicesOf(stack);
  expect(web?.['tmpfs']).toEqual(['/tmp:size=1024']);
  expect(web?.['volumes']).toEqual([
    { type: 'bind', source: '/srv', target: '/data', read_only: true },
  ]);
});

test('tells what has no word in the form', () => {
  const container = {
    id: 'c',
    host: 'local',
    mode: 'networks',
    publishAll: true,
    attachments: [{ network: 'n', gatewayPriority: 5 }],
    files: [{ path: '/etc/app.conf', mode: '0644' }],
  };
  const network = { id: 'n', name: 'n', host: 'local', driver: 'bridge' };
  const topology = topologyFrom({ networks: [network], containers: [container] });
  expect(exportNotices(topology, 'local', 'docker')).toEqual([
    'c: uploaded files are not exported (/etc/app.conf); mount them, or docker cp them',
    'c: gateway priority 5 in n is not exported; docker network connect --gw-priority sets it from engine 28',
  ]);
  expect(exportNotices(topology, 'local', 'compose')).toEqual([
    'c: uploaded files are not exported (/etc/app.conf); mount them, or docker cp them',
    'c: publishing every exposed port has no word in Compose',
  ]);
});
