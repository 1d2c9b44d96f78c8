import { App, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AddressPlan,
  BridgeNetwork,
  ConfigError,
  Container,
  DockerHost,
  DockerStack,
  IpvlanNetwork,
  OverlayNetwork,
  type AddressPlanProps,
  type ContainerProps,
} from 'portolan';
import { findingsOf, topologyOf } from 'portolan/testing';
import { planOf, resourceNamed } from '../support/synth';

let folder: string;
let lockFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-plan-'));
  lockFile = join(folder, 'portolan.lock.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const image = 'nginx:1.27';

interface Setup {
  readonly app: App;
  readonly plan: AddressPlan;
  readonly shop: DockerStack;
}

function setUp(props: Partial<AddressPlanProps> = {}, host = DockerHost.local()): Setup {
  const app = new App({ outdir: join(folder, 'cdktf.out') });
  const pools = ['10.20.0.0/16', 'fd00:20::/48'];
  const plan = new AddressPlan(app, 'addresses', { pools, lockFile, frozen: false, ...props });
  return { app, plan, shop: new DockerStack(app, 'shop', { host }) };
}

function addContainer(
  stack: DockerStack,
  id: string,
  networks: ContainerProps['networks'],
): Container {
  return new Container(stack, id, { image, networks });
}

/** Networks and containers with their addresses, as the topology has them. */
function addressesOf(stack: DockerStack): Record<string, string[]> {
  const { networks, containers } = topologyOf(stack);
  return Object.fromEntries([
    ...networks.map(({ id, subnets }) => [id, subnets.map(({ cidr }) => cidr ?? '')]),
    ...containers.map(({ id, attachments }) => [
      id,
      attachments.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter((one) => one !== undefined)),
    ]),
  ]) as Record<string, string[]>;
}

function lockLines(): string[] {
  return readFileSync(lockFile, 'utf8').split('\n').slice(3, -4);
}

test('gives a network without subnets a block, and its containers fixed addresses', () => {
  const { shop } = setUp();
  const front = new BridgeNetwork(shop, 'front');
  addContainer(shop, 'web', [front]);
  const network = resourceNamed(shop, 'docker_network', 'shop-front');
  expect(network['ipam_config']).toEqual([{ subnet: '10.20.0.0/24', gateway: '10.20.0.1' }]);
  const web = resourceNamed(shop, 'docker_container', 'shop-web');
  expect(web['networks_advanced']).toMatchObject([{ ipv4_address: '10.20.0.2' }]);
});

test('shows in the topology what is in the plan', () => {
  const { shop } = setUp();
  addContainer(shop, 'web', [new BridgeNetwork(shop, 'front', { ipv6: true })]);
  expect(addressesOf(shop)).toEqual({
    'shop/front': ['10.20.0.0/24', 'fd00:20::/64'],
    'shop/web': ['10.20.0.2', 'fd00:20::2'],
  });
  const web = resourceNamed(shop, 'docker_container', 'shop-web');
  expect(web['networks_advanced']).toMatchObject([
    { ipv4_address: '10.20.0.2', ipv6_address: 'fd00:20::2' },
  ]);
  expect(findingsOf(shop).filter(({ level }) => level === 'error')).toEqual([]);
});

test('writes the same into HCL', () => {
  const app = new App({ hclOutput: true, outdir: join(folder, 'cdktf.out') });
  new AddressPlan(app, 'addresses', { pools: ['10.20.0.0/16'], lockFile, frozen: false });
  const shop = new DockerStack(app, 'shop');
  addContainer(shop, 'web', [new BridgeNetwork(shop, 'front')]);
  const hcl = Testing.synthHcl(shop);
  expect(hcl).toContain('10.20.0.0/24');
  expect(hcl).toContain('10.20.0.2');
});

test('carves a block of the size that is asked for', () => {
  const { plan, shop } = setUp();
  const subnets = [plan.subnet({ hosts: 40 }), plan.subnet({ family: 6, prefixLength: 80 })];
  const back = new BridgeNetwork(shop, 'back', { subnets });
  expect(back.subnets.map(({ cidr }) => cidr)).toEqual(['10.20.0.0/26', 'fd00:20::/80']);
});

test('switches IPv6 on with a planned IPv6 block', () => {
  const { plan, shop } = setUp();
  new BridgeNetwork(shop, 'back', { subnets: [plan.subnet(), plan.subnet({ family: 6 })] });
  expect(resourceNamed(shop, 'docker_network', 'shop-back')['ipv6']).toBe(true);
});

test('leaves to Docker what says so, and what is no bridge of the app', () => {
  const { shop } = setUp();
  new BridgeNetwork(shop, 'left', { subnets: [] });
  new OverlayNetwork(shop, 'mesh');
  new IpvlanNetwork(shop, 'lan');
  new BridgeNetwork(shop, 'old', { adopt: 'a'.repeat(64) });
  new BridgeNetwork(shop, 'other', { ipamDriver: 'dhcp' });
  expect(Object.values(addressesOf(shop)).flat()).toEqual([]);
});

test('finds blocks for any kind of network that asks', () => {
  const { plan, shop } = setUp();
  const lan = new IpvlanNetwork(shop, 'lan', { subnets: [plan.subnet({ prefixLength: 25 })] });
  expect(lan.subnets[0]!.cidr).toBe('10.20.0.0/25');
});

test('gives both ends of a link addresses in a small block', () => {
  const { shop } = setUp();
  const back = new BridgeNetwork(shop, 'back');
  const [web, db] = ['web', 'db'].map((id) => addContainer(shop, id, [back]));
  web!.link(db!, 'mysql');
  expect(addressesOf(shop)).toMatchObject({
    'shop/web/Link-shop-db': ['10.20.1.0/29'],
    'shop/db': ['10.20.0.2', '10.20.1.2'],
    'shop/web': ['10.20.0.3', '10.20.1.3'],
  });
});

test('takes the nearest plan', () => {
  const { shop } = setUp();
  const inner = new Construct(shop, 'dmz');
  new AddressPlan(inner, 'addresses', { pools: ['10.99.0.0/24'], lockFile, frozen: false });
  const dmz = new BridgeNetwork(inner, 'front');
  const front = new BridgeNetwork(shop, 'front');
  expect(dmz.subnets[0]!.cidr).toBe('10.99.0.0/24');
  expect(front.subnets[0]!.cidr).toBe('10.20.0.0/24');
});

describe('an address that is written down', () => {
  test('wins, and nobody else gets it', () => {
    const { shop } = setUp();
    const back = new BridgeNetwork(shop, 'back');
    addContainer(shop, 'a', [back]);
    addContainer(shop, 'b', [{ network: back, ipv4: '10.20.0.2' }]);
    expect(addressesOf(shop)).toMatchObject({ 'shop/a': ['10.20.0.3'], 'shop/b': ['10.20.0.2'] });
  });

  test('outside the block is found', () => {
    const { shop } = setUp();
    const back = new BridgeNetwork(shop, 'back', { subnets: [] });
    const front = new BridgeNetwork(shop, 'front');
    addContainer(shop, 'a', [{ network: front, ipv4: '10.21.0.2' }]);
    expect(back.subnets).toEqual([]);
    expect(findingsOf(shop).map(({ code }) => code)).toContain('ADDRESS_OUTSIDE_SUBNET');
  });

  test('that somebody has already is found, and does not move them', () => {
    const first = setUp();
    addContainer(first.shop, 'a', [new BridgeNetwork(first.shop, 'back')]);
    first.app.synth();
    const { shop } = setUp();
    const back = new BridgeNetwork(shop, 'back');
    addContainer(shop, 'a', [back]);
    addContainer(shop, 'b', [{ network: back, ipv4: '10.20.0.2' }]);
    expect(addressesOf(shop)['shop/a']).toEqual(['10.20.0.2']);
    expect(findingsOf(shop).map(({ code }) => code)).toContain('ADDRESS_TAKEN');
  });

  test('may be known to Terraform alone', () => {
    const { shop } = setUp();
    const back = new BridgeNetwork(shop, 'back');
    const { stringValue } = new TerraformVariable(shop, 'address', { type: 'string' });
    addContainer(shop, 'a', [{ network: back, ipv4: stringValue }]);
    addContainer(shop, 'b', [back]);
    expect(addressesOf(shop)['shop/b']).toEqual(['10.20.0.2']);
  });
});

test('a block that is written down is avoided', () => {
  const { shop } = setUp();
  new BridgeNetwork(shop, 'fixed', { subnets: [{ cidr: '10.20.0.0/23' }] });
  expect(new BridgeNetwork(shop, 'front').subnets[0]!.cidr).toBe('10.20.2.0/24');
});

test('Docker picks the address of a dynamic member from a range apart from the fixed ones', () => {
  const { shop } = setUp();
  const back = new BridgeNetwork(shop, 'back');
  addContainer(shop, 'a', [back]);
  addContainer(shop, 'b', [{ network: back, dynamic: true }]);
  expect(addressesOf(shop)).toMatchObject({ 'shop/a': ['10.20.0.2'], 'shop/b': [] });
  expect(back.subnets[0]!.ipRange).toBe('10.20.0.128/25');
  const codes = findingsOf(shop).map(({ code }) => code);
  expect(codes).not.toContain('STATIC_IN_DYNAMIC_RANGE');
});

describe('what is in use elsewhere', () => {
  test('is avoided: interfaces, routes and default bridges of the hosts, and what is named', () => {
    const host = DockerHost.local({
      interfaces: [{ name: 'eth0', addresses: ['10.20.0.5/24'] }],
      routes: [{ destination: '10.20.1.0/24', via: '10.20.0.1' }],
      daemon: { bip: '10.20.2.1/24' },
    });
    const { shop } = setUp({ avoid: ['10.20.3.0/24', '10.20.4.9'] }, host);
    expect(new BridgeNetwork(shop, 'front').subnets[0]!.cidr).toBe('10.20.5.0/24');
  });

  test('is avoided: Docker’s own pools', () => {
    const { shop } = setUp({ pools: ['172.16.0.0/12'], prefixLength: 16 });
    const one = new BridgeNetwork(shop, 'one');
    new BridgeNetwork(shop, 'two');
    expect(one.subnets[0]!.cidr).toBe('172.16.0.0/16');
    expect(findingsOf(shop)).toContainEqual(
      expect.objectContaining({ code: 'ADDRESS_POOL_FULL', at: 'shop/two', level: 'error' }),
    );
  });

  test('is not avoided where a pool of Docker is asked for', () => {
    const { shop } = setUp({ pools: ['172.27.0.0/16'] });
    expect(new BridgeNetwork(shop, 'front').subnets[0]!.cidr).toBe('172.27.0.0/24');
  });

  test('is avoided: the pools that an engine is told to use', () => {
    const host = DockerHost.local({ addressPools: [{ base: '10.20.0.0/20', size: 24 }] });
    const { shop } = setUp({}, host);
    expect(new BridgeNetwork(shop, 'front').subnets[0]!.cidr).toBe('10.20.16.0/24');
  });
});

describe('the lock file', () => {
  test('is written by synth, and by nothing else', () => {
    const { app, shop } = setUp();
    addContainer(shop, 'web', [new BridgeNetwork(shop, 'front')]);
    planOf(shop);
    findingsOf(shop);
    expect(existsSync(lockFile)).toBe(false);
    app.synth();
    expect(lockLines()).toEqual([
      '    { "network": "shop/front", "subnet": "10.20.0.0/24" },',
      '    { "network": "shop/front", "container": "shop/web", "address": "10.20.0.2" },',
    ]);
  });

  test('keeps addresses when something comes before them', () => {
    const before = setUp();
    addContainer(before.shop, 'web', [new BridgeNetwork(before.shop, 'front')]);
    before.app.synth();
    const { app, shop } = setUp();
    new BridgeNetwork(shop, 'back');
    const front = new BridgeNetwork(shop, 'front');
    addContainer(shop, 'a', [front]);
    addContainer(shop, 'web', [front]);
    app.synth();
    expect(addressesOf(shop)).toEqual({
      'shop/back': ['10.20.1.0/24'],
      'shop/front': ['10.20.0.0/24'],
      'shop/a': ['10.20.0.3'],
      'shop/web': ['10.20.0.2'],
    });
  });

  test('keeps addresses when a stack is split', () => {
    const before = setUp();
    addContainer(before.shop, 'web', [new BridgeNetwork(before.shop, 'front')]);
    before.app.synth();
    const { app } = setUp();
    const edge = new DockerStack(app, 'edge');
    addContainer(edge, 'web', [new BridgeNetwork(edge, 'front')]);
    app.synth();
    expect(lockLines()).toEqual([
      '    { "network": "edge/front", "subnet": "10.20.0.0/24" },',
      '    { "network": "edge/front", "container": "edge/web", "address": "10.20.0.2" },',
    ]);
  });

  test('remembers what was removed', () => {
    const before = setUp();
    new BridgeNetwork(before.shop, 'front');
    before.app.synth();
    setUp().app.synth();
    const today = new Date().toISOString().slice(0, 10);
    expect(lockLines()).toEqual([
      `    { "network": "shop/front", "subnet": "10.20.0.0/24", "removed": "${today}" },`,
    ]);
  });

  test('is not written when there is an error', () => {
    const { app, shop } = setUp();
    new BridgeNetwork(shop, 'front');
    for (const id of ['one', 'two']) new Container(shop, id, { image, publish: ['8080:80'] });
    expect(() => {
      app.synth();
    }).toThrow('HOST_PORT_TAKEN');
    expect(existsSync(lockFile)).toBe(false);
  });

  test('is not written for a plan that nobody uses', () => {
    setUp().app.synth();
    expect(existsSync(lockFile)).toBe(false);
  });

  test('of another writer meanwhile is heeded', () => {
    const mine = setUp();
    const front = new BridgeNetwork(mine.shop, 'front');
    expect(front.subnets[0]!.cidr).toBe('10.20.0.0/24');
    const other = setUp();
    new BridgeNetwork(other.shop, 'other');
    other.app.synth();
    mine.app.synth();
    expect(lockLines().map((line) => line.replace(/, "removed.*"/, ''))).toEqual([
      '    { "network": "shop/front", "subnet": "10.20.1.0/24" },',
      '    { "network": "shop/other", "subnet": "10.20.0.0/24" },',
    ]);
    expect(addressesOf(mine.shop)['shop/front']).toEqual(['10.20.1.0/24']);
    const written = readFileSync(join(folder, 'cdktf.out/stacks/shop/cdk.tf.json'), 'utf8');
    expect(written).toContain('10.20.1.0/24');
  });

  test('that is wrong stops synth, and leaves no plan behind', () => {
    const { app, shop } = setUp();
    new BridgeNetwork(shop, 'front');
    app.synth();
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace('10.20.0.0/24', '10.20.0.7/24'));
    const again = setUp();
    new BridgeNetwork(again.shop, 'front');
    expect(() => {
      again.app.synth();
    }).toThrow(`${lockFile}:4: subnet '10.20.0.7/24' is not a block`);
    expect(existsSync(join(folder, 'cdktf.out/stacks/shop/cdk.tf.json'))).toBe(false);
  });
});

describe('with frozen', () => {
  test('synth fails instead of writing, and leaves no plan behind', () => {
    const before = setUp();
    new BridgeNetwork(before.shop, 'front');
    before.app.synth();
    const text = readFileSync(lockFile, 'utf8');
    const { app, shop } = setUp({ frozen: true });
    new BridgeNetwork(shop, 'back');
    new BridgeNetwork(shop, 'front');
    expect(() => {
      app.synth();
    }).toThrow(
      `${lockFile}: a line would change, the first to { "network": "shop/back", "subnet": "10.20.1.0/24" },; ` +
        'run synth where PORTOLAN_FROZEN and CI are not set, and commit the file [LOCK_OUTDATED]',
    );
    expect(readFileSync(lockFile, 'utf8')).toBe(text);
    expect(existsSync(join(folder, 'cdktf.out/stacks/shop/cdk.tf.json'))).toBe(false);
  });

  test('synth works while nothing changes', () => {
    const before = setUp();
    new BridgeNetwork(before.shop, 'front');
    before.app.synth();
    const { app, shop } = setUp({ frozen: true });
    new BridgeNetwork(shop, 'front');
    app.synth();
    expect(existsSync(join(folder, 'cdktf.out/stacks/shop/cdk.tf.json'))).toBe(true);
  });
});

test('what was said once stays, although more is declared after it', () => {
  const { shop } = setUp();
  const front = new BridgeNetwork(shop, 'front');
  const [said] = front.subnets;
  const back = new BridgeNetwork(shop, 'back');
  expect(front.subnets).toEqual([said]);
  expect(back.subnets[0]!.cidr).toBe('10.20.1.0/24');
});

test('shows its pools in the topology of each stack', () => {
  const { app, shop } = setUp({
    reserved: ['10.20.9.0/24'],
    avoid: ['10.20.3.0/24', '10.0.0.0/16'],
  });
  const other = new DockerStack(app, 'other');
  for (const stack of [shop, other]) {
    expect(topologyOf(stack).addressPlans).toEqual([
      {
        id: 'addresses',
        pools: ['10.20.0.0/16', 'fd00:20::/48'],
        reserved: ['10.20.9.0/24'],
        avoided: ['10.20.3.0/24'],
      },
    ]);
  }
});

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error.code;
    throw error;
  }
  return 'nothing';
}

test.each<[string, string, (setup: Setup) => unknown]>([
  [
    'two plans of one scope',
    'OPTION_GIVEN_TWICE',
    ({ app }) => new AddressPlan(app, 'b', { pools: ['10.0.0.0/8'] }),
  ],
  [
    'hosts beside prefixLength',
    'OPTION_GIVEN_TWICE',
    ({ plan }) => plan.subnet({ hosts: 4, prefixLength: 24 }),
  ],
  ['hosts of IPv6', 'OPTION_GIVEN_TWICE', ({ plan }) => plan.subnet({ hosts: 4, family: 6 })],
  [
    'a family without a pool',
    'ADDRESS_FAMILY',
    ({ shop }) => new AddressPlan(shop, 'b', { pools: ['10.0.0.0/8'] }).subnet({ family: 6 }),
  ],
  ['a block too small for Docker', 'PROP_RANGE', ({ plan }) => plan.subnet({ prefixLength: 31 })],
  ['no pool', 'PROP_EMPTY', ({ shop }) => new AddressPlan(shop, 'b', { pools: [] })],
  [
    'two planned blocks of one family',
    'OPTION_GIVEN_TWICE',
    ({ plan, shop }) =>
      new BridgeNetwork(shop, 'back', { subnets: [plan.subnet(), plan.subnet()] }),
  ],
  [
    'blocks of two plans',
    'OPTION_GIVEN_TWICE',
    ({ plan, shop }) => {
      const other = new AddressPlan(shop, 'b', { pools: ['fd00::/48'] });
      return new BridgeNetwork(shop, 'back', {
        subnets: [plan.subnet(), other.subnet({ family: 6 })],
      });
    },
  ],
])('rejects %s', (_, code, action) => {
  expect(codeOf(() => action(setUp()))).toBe(code);
});

test('rejects a plan after a network that it would be for', () => {
  const app = new App({ outdir: join(folder, 'cdktf.out') });
  const shop = new DockerStack(app, 'shop');
  new BridgeNetwork(shop, 'back', { subnets: [] });
  new BridgeNetwork(shop, 'front');
  expect(() => new AddressPlan(app, 'addresses', { pools: ['10.20.0.0/16'] })).toThrow(
    'addresses: network shop/front was declared before it and left its block to Docker; declare the plan first [ADDRESS_PLAN_LATE]',
  );
});
