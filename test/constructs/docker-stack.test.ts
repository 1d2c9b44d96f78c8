import { TerraformStack, Testing } from 'cdktf';
import {
  BridgeNetwork,
  Container,
  DockerHost,
  DockerStack,
  Secret,
  type RegistryAuthProps,
} from 'portolan';
import { planOf, shop, topologyOf, type Block } from '../support/synth';

const nas = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });

describe('providerVersion', () => {
  const constraintOf = (stack: DockerStack): unknown =>
    planOf(stack).terraform.required_providers['docker']?.['version'];

  test('asks for 4.5 or later unless told otherwise', () => {
    const { docker } = planOf(shop()).terraform.required_providers;
    expect(docker).toEqual({ source: 'kreuzwerker/docker', version: '>= 4.5.0, < 5.0.0' });
  });

  test.each([
    '3.6.2',
    '~> 3.7',
    '>= 4.0',
    '>= 3.6.2, != 3.8.0, < 5.0.0',
    '= 4.5.0',
    '~> 4.5.0',
    '> 4.0.0',
  ])('writes %s as it is', (providerVersion) => {
    expect(constraintOf(shop({ providerVersion }))).toBe(providerVersion);
  });

  test.each([
    ['latest', "has the part 'latest'"],
    ['3.0.0', 'lets versions before 3.6.2 in'],
    ['~> 3.6', 'lets versions before 3.6.2 in'],
    ['< 5.0.0', 'lets versions before 3.6.2 in'],
    ['>= 4.5.0,', "has the part ''"],
  ])('rejects %s', (providerVersion, problem) => {
    expect(() => shop({ providerVersion })).toThrow(
      `shop: providerVersion '${providerVersion}' ${problem}`,
    );
  });

  test.each([
    ['3.6.2', true],
    ['>= 3.6.2, < 5.0.0', true],
    ['>= 4.0.0', true],
    ['>= 4.1.0', false],
  ])('with %s the platform of a container is refused: %p', (providerVersion, isRefused) => {
    const make = (): Container =>
      new Container(shop({ providerVersion }), 'web', { image: 'nginx', platform: 'linux/amd64' });
    if (isRefused) expect(make).toThrow('PROVIDER_TOO_OLD');
    else expect(make).not.toThrow();
  });

  test('rejects memoryReservation for an old provider', () => {
    const stack = shop({ providerVersion: '3.6.2' });
    expect(() => new Container(stack, 'web', { image: 'nginx', memoryReservation: '64m' })).toThrow(
      'PROVIDER_TOO_OLD',
    );
  });
});

describe('hosts', () => {
  test('the own one has the default provider', () => {
    expect(planOf(shop()).provider).toEqual({ docker: [{}] });
    expect(planOf(shop({ host: nas })).provider).toEqual({
      docker: [{ host: 'ssh://root@10.0.0.5', context: '', cert_path: '' }],
    });
  });

  test('every other one has an alias', () => {
    const stack = shop();
    new BridgeNetwork(stack, 'here');
    new BridgeNetwork(stack, 'there', { host: nas });
    const plan = planOf(stack);
    expect(plan.provider['docker']).toEqual([
      {},
      { alias: 'nas', host: 'ssh://root@10.0.0.5', context: '', cert_path: '' },
    ]);
    const providers = Object.values(plan.resource['docker_network'] ?? {}).map(
      ({ provider }) => provider,
    );
    expect(providers).toEqual([undefined, 'docker.nas']);
  });

  test('are in the topology once, the own one first', () => {
    const stack = shop();
    for (const id of ['one', 'two']) new BridgeNetwork(stack, id, { host: nas });
    new BridgeNetwork(stack, 'three', {
      host: DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' }),
    });
    expect(topologyOf(stack).hosts.map(({ id }) => id)).toEqual(['local', 'nas']);
  });

  test('rejects two of one name in an app, also in two stacks', () => {
    const app = Testing.app();
    new DockerStack(app, 'one', { host: nas });
    const other = DockerHost.ssh('ssh://root@10.0.0.6', { name: 'nas' });
    expect(() => new DockerStack(app, 'two', { host: other })).toThrow(
      "two: host 'nas' (ssh://root@10.0.0.6) has the name of another one, 'nas' (ssh://root@10.0.0.5); use the same DockerHost in both places, or give one of them another name [HOST_NAME_TAKEN]",
    );
  });

  test('rejects two whose names make one alias', () => {
    const stack = shop({ host: DockerHost.tcp('tcp://10.0.0.5:2375', { name: 'a.b' }) });
    const other = DockerHost.tcp('tcp://10.0.0.6:2375', { name: 'a-b' });
    expect(() => new BridgeNetwork(stack, 'front', { host: other })).toThrow('HOST_NAME_TAKEN');
  });

  test('another app may use the name again', () => {
    shop({ host: nas });
    expect(() =>
      shop({ host: DockerHost.ssh('ssh://root@10.0.0.6', { name: 'nas' }) }),
    ).not.toThrow();
  });
});

describe('addRegistryAuth', () => {
  test.each<[string, RegistryAuthProps, Block]>([
    [
      'the address alone',
      { address: 'registry.example:5000' },
      { address: 'registry.example:5000' },
    ],
    [
      'an account',
      { address: 'r', username: 'ci', password: Secret.variable('token') },
      { address: 'r', username: 'ci', password: '${var.token}' },
    ],
    [
      'a file',
      { address: 'r', configFile: '/etc/docker/config.json' },
      { address: 'r', config_file: '/etc/docker/config.json' },
    ],
    [
      "a file's content",
      { address: 'r', configFileContent: Secret.variable('config') },
      { address: 'r', config_file_content: '${var.config}' },
    ],
    ['no credentials', { address: 'r', authDisabled: true }, { address: 'r', auth_disabled: true }],
  ])('writes %s', (_, auth, block) => {
    const stack = shop();
    stack.addRegistryAuth(auth);
    expect(planOf(stack).provider['docker']).toEqual([{ registry_auth: [block] }]);
  });

  test('reaches every provider, made before or after', () => {
    const stack = shop();
    new BridgeNetwork(stack, 'before', { host: nas });
    stack.addRegistryAuth({ address: 'one' });
    stack.addRegistryAuth({ address: 'two' });
    new BridgeNetwork(stack, 'after', { host: DockerHost.context('late') });
    const registries = planOf(stack).provider['docker']?.map(({ registry_auth }) => registry_auth);
    expect(registries).toEqual(Array(3).fill([{ address: 'one' }, { address: 'two' }]));
  });

  test('rejects a password in plain text without showing it', () => {
    expect(() => {
      shop().addRegistryAuth({ address: 'r', password: 'hunter2' as never });
    }).toThrow(/^(?!.*hunter2).*\[SECRET_IN_PLAIN_TEXT\]$/);
  });
});

describe('of', () => {
  test('finds the innermost DockerStack', () => {
    const outer = shop();
    const inner = new DockerStack(outer, 'inner');
    expect(DockerStack.of(new BridgeNetwork(inner, 'front'))).toBe(inner);
    expect(DockerStack.of(new BridgeNetwork(outer, 'front'))).toBe(outer);
  });

  test('rejects a construct in no DockerStack', () => {
    const stack = new TerraformStack(Testing.app(), 'plain');
    expect(() => new BridgeNetwork(stack, 'front')).toThrow(
      'plain/front: its stack plain is a plain TerraformStack; give it a DockerStack, or a construct inside one, as its scope [NO_DOCKER_STACK]',
    );
  });

  test('rejects a construct in a plain stack inside a DockerStack', () => {
    const inner = new TerraformStack(shop(), 'inner');
    expect(() => new BridgeNetwork(inner, 'front')).toThrow('NO_DOCKER_STACK');
  });
});

test('isDockerStack knows one from anything else', () => {
  const stack = shop();
  expect(DockerStack.isDockerStack(stack)).toBe(true);
  for (const other of [new TerraformStack(Testing.app(), 'plain'), null, undefined, 'shop', {}]) {
    expect(DockerStack.isDockerStack(other)).toBe(false);
  }
});

test('rejects a host that is none', () => {
  expect(() => shop({ host: 'unix:///var/run/docker.sock' as never })).toThrow(
    'shop: host is not a DockerHost; write DockerHost.local(), DockerHost.tcp(...) or DockerHost.ssh(...) [PROP_TYPE]',
  );
});
