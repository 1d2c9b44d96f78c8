import {
  BridgeNetwork,
  Container,
  DefaultBridge,
  Network,
  NetworkMode,
  type AttachmentOptions,
} from 'portolan';
import { onlyContainer, resourceNamed, shop, type Block } from '../../support/synth';

/** The `networks_advanced` blocks of the stack's container `web`. */
function blocksOf(stack: ReturnType<typeof shop>): Block[] {
  return (resourceNamed(stack, 'docker_container', 'shop-web')['networks_advanced'] ??
    []) as Block[];
}

test.each<[keyof AttachmentOptions, AttachmentOptions, Block, Block]>([
  ['ipv4', { ipv4: '172.27.0.10' }, { ipv4_address: '172.27.0.10' }, { ipv4: '172.27.0.10' }],
  ['ipv6', { ipv6: 'FD00:0:0::10' }, { ipv6_address: 'fd00::10' }, { ipv6: 'fd00::10' }],
  [
    'aliases',
    { aliases: ['www', 'web', 'www'] },
    { aliases: ['web', 'www'] },
    { aliases: ['web', 'www'] },
  ],
  [
    'macAddress',
    { macAddress: '02-42-AC-1B-00-0A' },
    { mac_address: '02:42:ac:1b:00:0a' },
    { macAddress: '02:42:ac:1b:00:0a' },
  ],
  ['gatewayPriority', { gatewayPriority: 10 }, { gw_priority: 10 }, { gatewayPriority: 10 }],
  [
    'linkLocalIps',
    { linkLocalIps: ['169.254.7.7', 'FE80::7'] },
    { link_local_ips: ['169.254.7.7', 'fe80::7'] },
    { linkLocalIps: ['169.254.7.7', 'fe80::7'] },
  ],
  [
    'driverOptions',
    { driverOptions: { 'com.example.b': '${x}', 'com.example.a': '' } },
    { driver_opts: ['com.example.a=', 'com.example.b=$${x}'] },
    { driverOptions: { 'com.example.b': '${x}', 'com.example.a': '' } },
  ],
])('writes %s of an attachment', (_, options, plan, model) => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'front', { subnets: [{ cidr: '172.27.0.0/16' }] });
  new Container(stack, 'web', { image: 'nginx:1.27', networks: [{ network, ...options }] });
  expect(blocksOf(stack)).toEqual([
    {
      aliases: ['web'],
      name: expect.stringMatching(/^\$\{docker_network\.front_\w+\.id\}$/),
      ...plan,
    },
  ]);
  expect(onlyContainer(stack).attachments).toEqual([
    { network: 'shop/front', aliases: ['web'], linkLocalIps: [], driverOptions: {}, ...model },
  ]);
});

test.each<AttachmentOptions>([
  { macAddress: '02:42:ac:1b:00:0a' },
  { gatewayPriority: 0 },
  { linkLocalIps: [] },
  { driverOptions: {} },
])('rejects %j with a provider before 4.0', (options) => {
  const stack = shop({ providerVersion: '>= 3.6.2, < 5.0.0' });
  const networks = [{ network: NetworkMode.bridge, ...options }];
  expect(() => new Container(stack, 'web', { image: 'nginx:1.27', networks })).toThrow(
    'PROVIDER_TOO_OLD',
  );
});

test('refers to networks by id, in the order they are given', () => {
  const stack = shop();
  const networks = ['front', 'back'].map((id) => new BridgeNetwork(stack, id));
  new Container(stack, 'web', { image: 'nginx:1.27', networks });
  expect(blocksOf(stack).map(({ name }) => name)).toEqual([
    expect.stringMatching(/front_\w+\.id/),
    expect.stringMatching(/back_\w+\.id/),
  ]);
});

test('refers to an existing network by the id of its data source', () => {
  const stack = shop();
  const network = Network.fromName(stack, 'legacy', 'compose_default');
  new Container(stack, 'web', { image: 'nginx:1.27', networks: [network] });
  expect(blocksOf(stack)).toEqual([
    {
      aliases: ['web'],
      name: expect.stringMatching(/^\$\{data\.docker_network\.legacy_\w+\.id\}$/),
    },
  ]);
});

test('gives no alias to a construct id that is no host name', () => {
  const stack = shop();
  const networks = [new BridgeNetwork(stack, 'front')];
  new Container(stack, '-web', { image: 'nginx:1.27', name: 'shop-web', networks });
  expect(blocksOf(stack)[0]).not.toHaveProperty('aliases');
});

describe('connect', () => {
  test('adds a network to those that are named', () => {
    const stack = shop();
    const [front, back] = ['front', 'back'].map((id) => new BridgeNetwork(stack, id));
    const web = new Container(stack, 'web', { image: 'nginx:1.27', networks: [front!] });
    web.connect(back!, { aliases: ['www'] });
    expect(blocksOf(stack)).toEqual([
      { name: expect.stringContaining('front'), aliases: ['web'] },
      { name: expect.stringContaining('back'), aliases: ['web', 'www'] },
    ]);
    expect(onlyContainer(stack).attachments.map(({ network }) => network)).toEqual([
      'shop/front',
      'shop/back',
    ]);
  });

  test('leaves a container that named no networks on the default bridge, too', () => {
    const stack = shop();
    const web = new Container(stack, 'web', { image: 'nginx:1.27' });
    expect(blocksOf(stack)).toEqual([]);
    web.connect(new BridgeNetwork(stack, 'front'));
    expect(blocksOf(stack)).toEqual([
      { name: 'bridge' },
      { name: expect.stringContaining('front'), aliases: ['web'] },
    ]);
  });

  test('joins the default bridge', () => {
    const stack = shop();
    const web = new Container(stack, 'web', {
      image: 'nginx:1.27',
      networks: [new BridgeNetwork(stack, 'front')],
    });
    web.connect(NetworkMode.bridge);
    expect(blocksOf(stack).map(({ name }) => name)).toEqual([
      expect.stringContaining('front'),
      'bridge',
    ]);
  });
});

test('NetworkMode.bridge stands beside user networks, once', () => {
  const stack = shop();
  const front = new BridgeNetwork(stack, 'front');
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networkMode: NetworkMode.bridge,
    networks: [front, NetworkMode.bridge],
  });
  expect(blocksOf(stack).map(({ name }) => name)).toEqual([
    expect.stringContaining('front'),
    'bridge',
  ]);
  expect(NetworkMode.bridge).toBeInstanceOf(DefaultBridge);
});

describe('NetworkMode.container', () => {
  test('shares the network of a declared container by its id', () => {
    const stack = shop();
    const app = new Container(stack, 'app', { image: 'nginx:1.27' });
    new Container(stack, 'web', { image: 'nginx:1.27', networkMode: NetworkMode.container(app) });
    const block = resourceNamed(stack, 'docker_container', 'shop-web');
    expect(block['network_mode']).toMatch(/^container:\$\{docker_container\.app_\w+\.id\}$/);
    expect(block).not.toHaveProperty('networks_advanced');
    expect(block).not.toHaveProperty('lifecycle');
  });

  test('shares the network of an existing container by its name, which is read back as an id', () => {
    const stack = shop();
    const app = Container.fromName(stack, 'app', 'legacy');
    new Container(stack, 'web', { image: 'nginx:1.27', networkMode: NetworkMode.container(app) });
    expect(resourceNamed(stack, 'docker_container', 'shop-web')).toMatchObject({
      network_mode: 'container:legacy',
      lifecycle: { ignore_changes: ['network_mode'] },
    });
  });
});
