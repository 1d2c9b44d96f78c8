import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  BridgeNetwork,
  DockerHost,
  IpvlanNetwork,
  MacvlanNetwork,
  OverlayNetwork,
  type NetworkProps,
} from 'portolan';
import {
  onlyResource,
  planOf,
  resourceNamed,
  shop,
  topologyOf,
  type Block,
} from '../support/synth';

const KINDS = [
  ['bridge', BridgeNetwork],
  ['overlay', OverlayNetwork],
  ['macvlan', MacvlanNetwork],
  ['ipvlan', IpvlanNetwork],
] as const;

const OPTIONS: Record<keyof NetworkProps, [NetworkProps, Block, Block]> = {
  name: [{ name: 'wordpress_net' }, { name: 'wordpress_net' }, { name: 'wordpress_net' }],
  host: [{ host: DockerHost.context('nas') }, { provider: 'docker.nas' }, { host: 'nas' }],
  subnets: [
    { subnets: [{ cidr: '172.27.0.0/16' }] },
    { ipam_config: [{ subnet: '172.27.0.0/16', gateway: '172.27.0.1' }] },
    { subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1', auxAddresses: {} }] },
  ],
  internal: [{ internal: true }, { internal: true }, { internal: true }],
  ipv6: [{ ipv6: true }, { ipv6: true }, { ipv6: true }],
  ipamDriver: [{ ipamDriver: 'infoblox' }, { ipam_driver: 'infoblox' }, { ipamDriver: 'infoblox' }],
  ipamOptions: [
    { ipamOptions: { a: '${x}' } },
    { ipam_options: { a: '$${x}' } },
    { ipamOptions: { a: '${x}' } },
  ],
  labels: [
    { labels: { b: '', a: '${x}' } },
    {
      labels: [
        { label: 'a', value: '$${x}' },
        { label: 'b', value: '' },
      ],
    },
    { labels: { b: '', a: '${x}' } },
  ],
  driverOptions: [
    { driverOptions: { 'com.example.x': '' } },
    { options: { 'com.example.x': '' } },
    { options: { 'com.example.x': '' } },
  ],
  adopt: [{ adopt: '0'.repeat(64) }, { name: 'shop-front' }, { name: 'shop-front' }],
};

describe.each(KINDS)('%s', (driver, Kind) => {
  test.each(Object.entries(OPTIONS))('writes %s', (_, [props, plan, model]) => {
    const stack = shop();
    new Kind(stack, 'front', props);
    const block = onlyResource(stack, 'docker_network');
    expect(block['driver']).toBe(driver);
    expect(block).toMatchObject(driver === 'overlay' ? withoutLabels(plan) : plan);
    expect(topologyOf(stack).networks).toEqual([
      expect.objectContaining({
        id: 'shop/front',
        stack: 'shop',
        driver,
        external: false,
        unknown: [],
        ...model,
      }),
    ]);
  });
});

/** An overlay network has a label of ours, which has a test of its own. */
function withoutLabels(plan: Block): Block {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => name !== 'labels'));
}

test('names itself after its path', () => {
  const stack = shop();
  new BridgeNetwork(new Construct(stack, 'tier'), 'back');
  expect(onlyResource(stack, 'docker_network')['name']).toBe('shop-tier-back');
});

test('takes every value that only Terraform knows', () => {
  const stack = shop();
  const { stringValue: v } = new TerraformVariable(stack, 'v', { type: 'string' });
  const { numberValue: mtuBytes } = new TerraformVariable(stack, 'mtu', { type: 'number' });
  new BridgeNetwork(stack, 'front', {
    name: v,
    subnets: [{ cidr: v, gateway: v, ipRange: v, auxAddresses: { router: v } }],
    labels: { a: v },
    mtuBytes,
    bridgeName: v,
  });
  expect(onlyResource(stack, 'docker_network')).toMatchObject({
    name: '${var.v}',
    ipam_config: [
      {
        subnet: '${var.v}',
        gateway: '${var.v}',
        ip_range: '${var.v}',
        aux_address: { router: '${var.v}' },
      },
    ],
    labels: [{ label: 'a', value: '${var.v}' }],
    options: {
      'com.docker.network.driver.mtu': '${var.mtu}',
      'com.docker.network.bridge.name': '${var.v}',
    },
  });
  const [network] = topologyOf(stack).networks;
  expect(network).toMatchObject({
    id: 'shop/front',
    subnets: [{ auxAddresses: {} }],
    options: {},
    labels: {},
  });
  expect([...(network?.unknown ?? [])].sort()).toEqual([
    'labels/a',
    'name',
    'options/com.docker.network.bridge.name',
    'options/com.docker.network.driver.mtu',
    'subnets/0/auxAddresses/router',
    'subnets/0/cidr',
    'subnets/0/gateway',
    'subnets/0/ipRange',
  ]);
});

describe('ipv6', () => {
  test.each([
    [
      'is on with an IPv6 block',
      { subnets: [{ cidr: '10.0.0.0/24' }, { cidr: 'fd00::/64' }] },
      true,
    ],
    ['is off without one', { subnets: [{ cidr: '10.0.0.0/24' }] }, undefined],
    [
      'is off when the definition says so',
      { ipv6: false, subnets: [{ cidr: 'fd00::/64' }] },
      undefined,
    ],
  ])('%s', (_, props, ipv6) => {
    const stack = shop();
    new BridgeNetwork(stack, 'front', props);
    expect(onlyResource(stack, 'docker_network')['ipv6']).toBe(ipv6);
    expect(topologyOf(stack).networks[0]?.ipv6).toBe(ipv6 ?? false);
  });
});

describe('a network without subnets', () => {
  const dependenciesOf = (stack: ReturnType<typeof shop>, name: string): unknown[] =>
    (resourceNamed(stack, 'docker_network', name)['depends_on'] ?? []) as unknown[];

  test('is made after those with subnets, whatever the order of declaration', () => {
    const stack = shop();
    new BridgeNetwork(stack, 'auto');
    new BridgeNetwork(stack, 'one', { subnets: [{ cidr: '10.0.0.0/24' }] });
    new MacvlanNetwork(stack, 'two', { subnets: [{ cidr: '10.0.1.0/24' }] });
    expect(dependenciesOf(stack, 'shop-auto')).toEqual([
      expect.stringMatching(/^docker_network\.one/),
      expect.stringMatching(/^docker_network\.two/),
    ]);
    expect(dependenciesOf(stack, 'shop-one')).toEqual([]);
  });

  test('waits for none on another host', () => {
    const stack = shop();
    new BridgeNetwork(stack, 'auto');
    const host = DockerHost.context('nas');
    new BridgeNetwork(stack, 'there', { host, subnets: [{ cidr: '10.0.0.0/24' }] });
    expect(dependenciesOf(stack, 'shop-auto')).toEqual([]);
  });

  test('keeps the dependencies that it has', () => {
    const stack = shop();
    const auto = new BridgeNetwork(stack, 'auto');
    auto.resource.dependsOn = ['docker_network.mine'];
    new BridgeNetwork(stack, 'one', { subnets: [{ cidr: '10.0.0.0/24' }] });
    expect(dependenciesOf(stack, 'shop-auto')).toEqual(['docker_network.mine', expect.any(String)]);
  });

  test('does not wait for another one like it', () => {
    const stack = shop();
    for (const id of ['one', 'two']) new BridgeNetwork(stack, id);
    for (const block of Object.values(planOf(stack).resource['docker_network'] ?? {})) {
      expect(block).not.toHaveProperty('depends_on');
    }
  });
});

test('shows its subnets and hands out its id and name', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'front', { subnets: [{ cidr: 'FD00::/64' }] });
  expect(network.subnets).toEqual([{ cidr: 'fd00::/64', gateway: 'fd00::1', auxAddresses: {} }]);
  expect(network.id).toMatch(/TfToken/);
  expect(network.name).toMatch(/TfToken/);
});
