import { BridgeNetwork, Container, DockerHost, Network, NetworkMode, Secret } from 'portolan';
import { PLAIN_STYLE, renderText, type TextStyle } from 'portolan/export';
import { EMPTY_TOPOLOGY, type Finding } from 'portolan/topology';
import { shop, topologyOf } from '../support/synth';

test('shows hosts, networks and containers in columns', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', {
    internal: true,
    subnets: [{ cidr: '172.27.0.0/16' }],
  });
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [{ network, ipv4: '172.27.0.10', aliases: ['www'] }, NetworkMode.bridge],
    publish: ['8080:80', '127.0.0.1::443'],
  });
  expect(renderText(topologyOf(stack)).split('\n')).toEqual([
    'HOST   ENGINE             ENDPOINT',
    'local  version not given  DOCKER_HOST, or the local socket',
    'NETWORK   SUBNET         GATEWAY     KIND',
    'shop-net  172.27.0.0/16  172.27.0.1  bridge, internal',
    'CONTAINER  NETWORK         ADDRESS      NAMES    PUBLISHED',
    'shop-web   shop-net        172.27.0.10  web www  8080:80 127.0.0.1::443',
    '           default bridge  dynamic',
  ]);
});

test('says which networks exist already, and which get a block from Docker', () => {
  const stack = shop();
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [Network.fromName(stack, 'old', 'old-net'), new BridgeNetwork(stack, 'net')],
  });
  const text = renderText(topologyOf(stack));
  expect(text).toMatch(/^old-net +Docker picks one +existing$/m);
  expect(text).toMatch(/^shop-net +Docker picks one +bridge$/m);
});

test('shows both families of a network and of an address', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', {
    ipv6: true,
    subnets: [{ cidr: '172.27.0.0/16' }, { cidr: 'fd00:27::/64' }],
  });
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [{ network, ipv4: '172.27.0.10', ipv6: 'fd00:27::10' }],
  });
  const text = renderText(topologyOf(stack));
  expect(text).toMatch(/172\.27\.0\.0\/16 fd00:27::\/64 +172\.27\.0\.1 fd00:27::1/);
  expect(text).toContain('172.27.0.10 fd00:27::10');
});

test('shows the mode of a container that is in no network', () => {
  const stack = shop();
  const image = 'nginx:1.27';
  const other = new Container(stack, 'other', { image, networkMode: NetworkMode.host });
  new Container(stack, 'none', { image, networkMode: NetworkMode.none });
  new Container(stack, 'shared', { image, networkMode: NetworkMode.container(other) });
  const text = renderText(topologyOf(stack));
  expect(text).toMatch(/^shop-other +host$/m);
  expect(text).toMatch(/^shop-none +none$/m);
  expect(text).toMatch(/^shop-shared +container shop-other$/m);
});

test('says where each network is when there are several hosts', () => {
  const stack = shop();
  const nas = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas', engineVersion: '28.5' });
  new BridgeNetwork(stack, 'here');
  new BridgeNetwork(stack, 'there', { host: nas });
  const text = renderText(topologyOf(stack));
  expect(text).toMatch(/^nas +28\.5 +ssh:\/\/root@10\.0\.0\.5$/m);
  expect(text).toMatch(/^shop-here .* bridge, on local$/m);
  expect(text).toMatch(/^shop-there .* bridge, on nas$/m);
});

test('shows that all exposed ports are published', () => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', publishAll: true });
  expect(renderText(topologyOf(stack))).toContain('all exposed');
});

test('shows no variables, secret or not', () => {
  const stack = shop();
  const env = { PASSWORD: Secret.variable('password'), USER: 'shopkeeper' };
  new Container(stack, 'web', { image: 'nginx:1.27', env });
  expect(renderText(topologyOf(stack))).not.toMatch(/password|shopkeeper/i);
});

const findings = (['error', 'warning', 'note'] as const).map((level): Finding => ({
  code: 'SAMPLE',
  level,
  at: 'shop/web',
  problem: 'it is',
  fix: 'change it',
}));

test('lists findings with their level', () => {
  expect(renderText(EMPTY_TOPOLOGY, findings)).toBe(
    [
      'error shop/web: it is; change it [SAMPLE]',
      'warning shop/web: it is; change it [SAMPLE]',
      'note shop/web: it is; change it [SAMPLE]',
    ].join('\n'),
  );
});

test('colours headings and levels, and nothing else', () => {
  const style: TextStyle = {
    heading: (text) => `<h>${text}</h>`,
    faint: (text) => `<f>${text}</f>`,
    error: (text) => `<e>${text}</e>`,
    warning: (text) => `<w>${text}</w>`,
  };
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27' });
  const painted = renderText(topologyOf(stack), findings, style);
  expect(painted).toContain('<h>HOST ');
  expect(painted).toContain('<e>error</e> shop/web');
  expect(painted).toContain('<w>warning</w> shop/web');
  expect(painted).toContain('<f>note</f> shop/web');
  expect(painted.replace(/<\/?\w>/g, '')).toBe(
    renderText(topologyOf(stack), findings, PLAIN_STYLE),
  );
});

test('is empty for a topology without anything', () => {
  expect(renderText(EMPTY_TOPOLOGY)).toBe('');
});
