import { TerraformVariable } from 'cdktf';
import { DockerHost, Network } from 'portolan';
import { planOf, shop, topologyOf } from '../support/synth';

test('fromName looks the network up and makes none', () => {
  const stack = shop();
  const network = Network.fromName(stack, 'legacy', 'compose_default');
  const plan = planOf(stack);
  expect(plan.resource).toEqual({});
  expect(Object.values(plan.data['docker_network'] ?? {})).toEqual([
    { name: 'compose_default', provider: 'docker' },
  ]);
  expect(network.host).toBe(stack.host);
  expect(topologyOf(stack).networks).toEqual([
    expect.objectContaining({
      id: 'shop/legacy',
      name: 'compose_default',
      external: true,
      unknown: ['subnets'],
    }),
  ]);
});

test('fromName takes what is known of the network', () => {
  const stack = shop();
  const host = DockerHost.context('nas');
  Network.fromName(stack, 'lan', 'lan', { host, driver: 'macvlan' });
  expect(Object.values(planOf(stack).data['docker_network'] ?? {})[0]?.['provider']).toBe(
    'docker.nas',
  );
  expect(topologyOf(stack).networks[0]).toMatchObject({ driver: 'macvlan', host: 'nas' });
});

test('fromName takes a name that only Terraform knows', () => {
  const stack = shop();
  Network.fromName(stack, 'lan', new TerraformVariable(stack, 'v', { type: 'string' }).stringValue);
  expect(topologyOf(stack).networks[0]).toMatchObject({
    id: 'shop/lan',
    unknown: ['name', 'subnets'],
  });
  expect(topologyOf(stack).networks[0]).not.toHaveProperty('name');
});

test.each(['bridge', 'host', 'none', 'default'])(
  'fromName rejects %s, the engine has it itself',
  (name) => {
    expect(() => Network.fromName(shop(), 'old', name)).toThrow(
      `shop/old: network name '${name}' is one of the engine's own networks; choose another name, or use NetworkMode.bridge, .host or .none [NAME_MALFORMED]`,
    );
  },
);
