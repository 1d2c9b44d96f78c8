import { Testing } from 'cdktf';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AddressPlan,
  BridgeNetwork,
  ConfigError,
  Container,
  DockerHost,
  DockerStack,
  Healthcheck,
  Image,
  IpvlanNetwork,
  MacvlanNetwork,
  Mount,
  Network,
  NetworkMode,
  OneShot,
  OverlayNetwork,
  Secret,
  Volume,
} from 'portolan';
import { writeProject } from '../../src/cli/write-project';
import type { ConfigErrorCode } from '../../src/errors';
import { planOf, shop } from '../support/synth';
import { rowsOf, type Bad, type BadTable } from './bad-input/bad';
import * as plans from './bad-input/address-plan';
import * as containers from './bad-input/container';
import * as hosts from './bad-input/hosts';
import * as networks from './bad-input/networks';
import * as storage from './bad-input/storage';

/** Codes that the tests of this file have seen. */
const seen = new Set<ConfigErrorCode>();

const folder = mkdtempSync(join(tmpdir(), 'portolan-bad-'));
mkdirSync(join(folder, 'app'));
writeFileSync(join(folder, 'app', 'Dockerfile'), 'FROM scratch\n');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The error of the action, which must be one of ours. */
function errorOf(action: () => unknown): ConfigError {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    seen.add(error.code);
    return error;
  }
  throw new TypeError('the wrong value was accepted');
}

/** Says what is wrong where, and what to do. */
function expectError(error: ConfigError, { code, shows }: Bad, at: string): void {
  expect(error.code).toBe(code);
  expect(error.details.at).toMatch(new RegExp(`^${at}`));
  expect(error.details.problem + error.details.fix).toContain(shows);
  expect(error.details.fix).not.toBe('');
  expect(error.message).not.toMatch(/\n/);
}

/** One test for each wrong value of each property, and one for an unknown property. */
function refuses<P>(
  name: string,
  table: BadTable<P>,
  { at, make }: { at: string; make: (stack: DockerStack, props: object) => unknown },
): void {
  describe(name, () => {
    test.each(rowsOf(table))('rejects %s %s', (prop, _, entry) => {
      const stack = shop();
      expectError(
        errorOf(() => make(stack, { [prop]: entry.value })),
        entry,
        at,
      );
      expect(namesOf(stack)).not.toContain('shop-bad');
    });

    const [first = ''] = Object.keys(table);
    test.each([
      [`${first}x`, `did you mean '${first}'`],
      ['constructor', 'remove it'],
      ['toString', 'remove it'],
    ])('rejects the unknown property %s', (key, fix) => {
      const error = errorOf(() => make(shop(), { [key]: undefined }));
      expectError(error, { value: undefined, code: 'PROP_UNKNOWN', shows: key }, at);
      expect(error.details.fix).toContain(fix);
    });

    test('lists only properties that the interface has', () => {
      for (const prop of Object.keys(table)) {
        try {
          make(shop(), { [prop]: undefined });
        } catch (error) {
          expect(error).not.toMatchObject({ code: 'PROP_UNKNOWN' });
        }
      }
    });
  });
}

const container = { image: 'nginx:1.27' };

/** The names of everything that the plan makes. */
function namesOf(stack: DockerStack): unknown[] {
  return Object.values(planOf(stack).resource).flatMap((resources) =>
    Object.values(resources ?? {}).map(({ name }) => name),
  );
}

test('a construct without a mistake reaches the plan', () => {
  const stack = shop();
  new Container(stack, 'bad', container);
  expect(namesOf(stack)).toEqual(['shop-bad']);
});

refuses('Container', containers.BAD_CONTAINERS, {
  at: 'shop/bad',
  make: (stack, props) => new Container(stack, 'bad', { ...container, ...props }),
});
refuses('a PortMapping', containers.BAD_PORTS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Container(stack, 'bad', { ...container, publish: [{ container: 80, ...props }] }),
});
refuses('a listener', containers.BAD_LISTENERS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Container(stack, 'bad', {
      ...container,
      listens: [{ port: 80, protocol: 'tcp', ...props }],
    }),
});
refuses('a device', containers.BAD_DEVICES, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Container(stack, 'bad', {
      ...container,
      devices: [{ hostPath: '/dev/a', containerPath: '/dev/a', permissions: 'r', ...props }],
    }),
});
refuses('a file', containers.BAD_FILES, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Container(stack, 'bad', {
      ...container,
      files: [{ path: '/etc/motd', ...contentFor(props), ...props }],
    }),
});
refuses('waitHealthy', containers.BAD_WAITS, {
  at: 'shop/bad',
  make: (stack, waitHealthy) => new Container(stack, 'bad', { ...container, waitHealthy }),
});
refuses('a Healthcheck', containers.BAD_HEALTHCHECKS, {
  at: 'Healthcheck',
  make: (_, options) => Healthcheck.shell('true', options),
});
refuses('an attachment in networks', containers.BAD_ATTACHMENTS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Container(stack, 'bad', {
      ...container,
      networks: [{ network: NetworkMode.bridge, ...props }],
    }),
});
refuses('an attachment by connect', withoutNetwork(containers.BAD_ATTACHMENTS), {
  at: 'shop/web',
  make: (stack, options) => {
    new Container(stack, 'web', container).connect(NetworkMode.bridge, options);
  },
});

refuses('BridgeNetwork', networks.BAD_BRIDGES, {
  at: 'shop/bad',
  make: (stack, props) => new BridgeNetwork(stack, 'bad', props),
});
refuses('OverlayNetwork', networks.BAD_OVERLAYS, {
  at: 'shop/bad',
  make: (stack, props) => new OverlayNetwork(stack, 'bad', props),
});
refuses('MacvlanNetwork', networks.BAD_MACVLANS, {
  at: 'shop/bad',
  make: (stack, props) => new MacvlanNetwork(stack, 'bad', props),
});
refuses('IpvlanNetwork', networks.BAD_IPVLANS, {
  at: 'shop/bad',
  make: (stack, props) => new IpvlanNetwork(stack, 'bad', props),
});
refuses('a subnet', networks.BAD_SUBNETS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new BridgeNetwork(stack, 'bad', { subnets: [{ cidr: '10.0.0.0/24', ...props }] }),
});
refuses('AddressPlan', plans.BAD_PLANS, {
  at: 'shop/bad',
  make: (stack, props) => new AddressPlan(stack, 'bad', { pools: ['10.0.0.0/8'], ...props }),
});
refuses('AddressPlan.subnet', plans.BAD_PLANNED_SUBNETS, {
  at: 'shop/plan',
  make: (stack, props) => {
    const plan = new AddressPlan(stack, 'plan', { pools: ['10.0.0.0/8'] });
    new BridgeNetwork(stack, 'bad', { subnets: [plan.subnet(props)] });
  },
});
refuses('Network.fromName', networks.BAD_EXISTING_NETWORKS, {
  at: 'shop/bad',
  make: (stack, props) => Network.fromName(stack, 'bad', 'legacy', props),
});

refuses('Volume', storage.BAD_VOLUMES, {
  at: 'shop/bad',
  make: (stack, props) => new Volume(stack, 'bad', props),
});
refuses('Volume.at', storage.BAD_VOLUME_MOUNTS, {
  at: 'shop/data.at',
  make: (stack, options) => new Volume(stack, 'data').at('/data', options),
});
refuses('Mount.bind', storage.BAD_BIND_MOUNTS, {
  at: 'Mount.bind',
  make: (_, options) => Mount.bind('/srv', '/srv', options),
});
refuses('Mount.tmpfs', storage.BAD_TMPFS_MOUNTS, {
  at: 'Mount.tmpfs',
  make: (_, options) => Mount.tmpfs('/tmp', options),
});
refuses('Image', storage.BAD_IMAGES, {
  at: 'shop/bad',
  make: (stack, props) => new Image(stack, 'bad', { reference: 'nginx:1.27', ...props }),
});
refuses('Image.build', storage.BAD_BUILDS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Image(stack, 'bad', {
      reference: 'shop/app',
      build: { context: join(folder, 'app'), ...props },
    }),
});
refuses('a build secret', storage.BAD_BUILD_SECRETS, {
  at: 'shop/bad',
  make: (stack, props) =>
    new Image(stack, 'bad', {
      reference: 'shop/app',
      build: { context: join(folder, 'app'), secrets: [{ id: 'npmrc', ...props }] },
    }),
});
refuses('credentials of a build', storage.BAD_BUILD_AUTH, {
  at: 'shop/bad',
  make: (stack, props) => {
    const login = {
      address: 'registry.example',
      username: 'ci',
      password: Secret.variable('token'),
    };
    return new Image(stack, 'bad', {
      reference: 'shop/app',
      build: { context: join(folder, 'app'), registryAuth: [{ ...login, ...props }] },
    });
  },
});

refuses('DockerHost.local', hosts.BAD_LOCAL_HOSTS, {
  at: 'DockerHost.local|environment',
  make: (_, props) => DockerHost.local(props),
});
refuses('DockerHost.tcp', hosts.BAD_TCP_HOSTS, {
  at: 'tcp://10.0.0.5:2376',
  make: (_, props) => DockerHost.tcp('tcp://10.0.0.5:2376', props),
});
refuses('DockerHost.ssh', hosts.BAD_SSH_HOSTS, {
  at: 'ssh://root@10.0.0.5',
  make: (_, props) => DockerHost.ssh('ssh://root@10.0.0.5', props),
});
refuses('DockerHost.context', hosts.BAD_HOSTS, {
  at: 'DockerHost.context|context:nas',
  make: (_, props) => DockerHost.context('nas', props),
});
refuses('TLS material', hosts.BAD_TLS, {
  at: 'tcp://10.0.0.5:2376',
  make: (_, props) => {
    const material =
      'certPath' in props ? {} : { ca: 'PEM', cert: 'PEM', key: Secret.variable('key') };
    return DockerHost.tcp('tcp://10.0.0.5:2376', { tls: { ...material, ...props } });
  },
});
refuses('an interface of a host', hosts.BAD_INTERFACES, {
  at: 'DockerHost.local',
  make: (_, props) => DockerHost.local({ interfaces: [{ name: 'eth0', ...props }] }),
});
refuses('a route of a host', hosts.BAD_ROUTES, {
  at: 'DockerHost.local',
  make: (_, props) => DockerHost.local({ routes: [{ destination: '0.0.0.0/0', ...props }] }),
});
refuses('a service of a host', hosts.BAD_SERVICES, {
  at: 'DockerHost.local',
  make: (_, props) => DockerHost.local({ services: [{ port: 22, protocol: 'tcp', ...props }] }),
});
refuses('an address pool', hosts.BAD_POOLS, {
  at: 'DockerHost.local',
  make: (_, props) =>
    DockerHost.local({ addressPools: [{ base: '10.0.0.0/8', size: 24, ...props }] }),
});
refuses('settings of the daemon', hosts.BAD_DAEMONS, {
  at: 'DockerHost.local',
  make: (_, daemon) => DockerHost.local({ daemon }),
});
refuses('DockerStack', hosts.BAD_STACKS, {
  at: 'bad',
  make: (_, props) => new DockerStack(Testing.app(), 'bad', props),
});
refuses('registry credentials', hosts.BAD_REGISTRY_AUTH, {
  at: 'shop',
  make: (stack, props) => {
    stack.addRegistryAuth({ address: 'registry.example', ...props });
  },
});
refuses('Secret.generated', hosts.BAD_GENERATED_SECRETS, {
  at: 'shop/bad',
  make: (stack, props) => Secret.generated(stack, 'bad', props),
});

describe('OneShot', () => {
  test.each(Object.entries(containers.NOT_OF_A_ONE_SHOT))('rejects %s', (prop, value) => {
    const props = { ...container, [prop]: value };
    const error = errorOf(() => new OneShot(shop(), 'bad', props));
    expectError(error, { value, code: 'PROP_UNKNOWN', shows: prop }, 'shop/bad');
  });
});

describe('props', () => {
  const makers: Record<string, (stack: DockerStack, props: never) => unknown> = {
    Container: (stack, props) => new Container(stack, 'bad', props),
    OneShot: (stack, props) => new OneShot(stack, 'bad', props),
    BridgeNetwork: (stack, props) => new BridgeNetwork(stack, 'bad', props),
    OverlayNetwork: (stack, props) => new OverlayNetwork(stack, 'bad', props),
    MacvlanNetwork: (stack, props) => new MacvlanNetwork(stack, 'bad', props),
    IpvlanNetwork: (stack, props) => new IpvlanNetwork(stack, 'bad', props),
    'Network.fromName': (stack, props) => Network.fromName(stack, 'bad', 'legacy', props),
    Volume: (stack, props) => new Volume(stack, 'bad', props),
    'Volume.fromName': (stack, props) => Volume.fromName(stack, 'bad', 'legacy', props),
    'Volume.at': (stack, props) => new Volume(stack, 'data').at('/data', props),
    'Mount.bind': (_, props) => Mount.bind('/srv', '/srv', props),
    'Mount.tmpfs': (_, props) => Mount.tmpfs('/tmp', props),
    Image: (stack, props) => new Image(stack, 'bad', props),
    'Image.fromName': (stack, props) => Image.fromName(stack, 'bad', 'nginx', props),
    'Container.fromName': (stack, props) => Container.fromName(stack, 'bad', 'legacy', props),
    'Container.connect': (stack, props) => {
      new Container(stack, 'web', container).connect(NetworkMode.bridge, props);
    },
    'Healthcheck.shell': (_, props) => Healthcheck.shell('true', props),
    'Healthcheck.exec': (_, props) => Healthcheck.exec(['true'], props),
    'DockerHost.local': (_, props) => DockerHost.local(props),
    'DockerHost.tcp': (_, props) => DockerHost.tcp('tcp://10.0.0.5:2376', props),
    'DockerHost.ssh': (_, props) => DockerHost.ssh('ssh://root@10.0.0.5', props),
    'DockerHost.context': (_, props) => DockerHost.context('nas', props),
    'DockerHost.current': (_, props) => DockerHost.current(props),
    DockerStack: (_, props) => new DockerStack(Testing.app(), 'bad', props),
    addRegistryAuth: (stack, props) => {
      stack.addRegistryAuth(props);
    },
    'Secret.generated': (stack, props) => Secret.generated(stack, 'bad', props),
  };
  const values = [null, 'text', 5, true, [], new Map()];
  const rows = Object.keys(makers).flatMap((name) =>
    values.map((value): [string, string, unknown] => [name, JSON.stringify(value), value]),
  );

  test.each(rows)('%s rejects %s in place of an object', (name, _, value) => {
    const error = errorOf(() => makers[name]?.(shop(), value as never));
    expect(error.code).toBe('PROP_TYPE');
    expect(error.details.fix).toBe('write an object');
  });
});

describe('missing', () => {
  test.each<[string, (stack: DockerStack) => unknown]>([
    ['image of a Container', (stack) => new Container(stack, 'bad', {} as never)],
    ['reference of an Image', (stack) => new Image(stack, 'bad', {} as never)],
    [
      'context of a build',
      (stack) => new Image(stack, 'bad', { reference: 'a', build: {} as never }),
    ],
    ['cidr of a subnet', (stack) => new BridgeNetwork(stack, 'bad', { subnets: [{} as never] })],
    [
      'container of a PortMapping',
      (stack) => new Container(stack, 'bad', { ...container, publish: [{} as never] }),
    ],
    [
      'path of a file',
      (stack) => new Container(stack, 'bad', { ...container, files: [{ content: 'x' } as never] }),
    ],
    [
      'address of registry credentials',
      (stack) => {
        stack.addRegistryAuth({} as never);
      },
    ],
    [
      'hostPath of a device',
      (stack) => new Container(stack, 'bad', { ...container, devices: [{} as never] }),
    ],
  ])('rejects a missing %s', (what, make) => {
    const error = errorOf(() => make(shop()));
    expect(error.code).toBe('PROP_MISSING');
    expect(error.details.fix).toBe(`give ${what.split(' ')[0] ?? ''}`);
  });
});

describe('arguments', () => {
  const notContainer = 'db' as unknown as Container;
  const notNetwork = 'front' as unknown as Network;
  const web = (stack: DockerStack, props = {}): Container =>
    new Container(stack, 'web', { ...container, ...props });

  test.each<[string, ConfigErrorCode, (stack: DockerStack) => unknown]>([
    [
      'a link to no container',
      'PROP_TYPE',
      (stack) => {
        web(stack).link(notContainer);
      },
    ],
    [
      'a link to nothing',
      'PROP_TYPE',
      (stack) => {
        web(stack).link(null as never);
      },
    ],
    [
      'a link to an existing container',
      'LINK_TARGET_UNMANAGED',
      (stack) => {
        web(stack).link(Container.fromName(stack, 'old', 'legacy') as unknown as Container);
      },
    ],
    [
      'a link by a wrong name',
      'NAME_MALFORMED',
      (stack) => {
        const one = web(stack);
        one.link(one, 'd b');
      },
    ],
    [
      'a link by null',
      'PROP_TYPE',
      (stack) => {
        const one = web(stack);
        one.link(one, null as never);
      },
    ],
    [
      'a link by an empty name',
      'PROP_EMPTY',
      (stack) => {
        const one = web(stack);
        one.link(one, '');
      },
    ],
    [
      'a connection to no network',
      'PROP_TYPE',
      (stack) => {
        web(stack).connect(notNetwork);
      },
    ],
    [
      'a dependency on no container',
      'PROP_TYPE',
      (stack) => {
        web(stack).dependsOn(notContainer);
      },
    ],
    [
      'an unknown condition',
      'PROP_CHOICE',
      (stack) => {
        const one = web(stack);
        one.dependsOn(one, 'ready' as never);
      },
    ],
    [
      'the completion of a container that stays up',
      'NOT_A_ONE_SHOT',
      (stack) => {
        const one = web(stack);
        one.dependsOn(one, 'completed');
      },
    ],
    ['the address in no network', 'PROP_TYPE', (stack) => web(stack).ipv4(notNetwork)],
    [
      'the address in a network it is not in',
      'NO_SUCH_ATTACHMENT',
      (stack) => web(stack).ipv6(new BridgeNetwork(stack, 'front')),
    ],
    ['the host port of an unpublished port', 'NO_SUCH_PORT', (stack) => web(stack).hostPort(80)],
    [
      'a port as text',
      'PROP_TYPE',
      (stack) => web(stack, { publish: [80] }).hostPort('80' as never),
    ],
    ['a port out of range', 'PROP_RANGE', (stack) => web(stack, { publish: [80] }).hostPort(0)],
    [
      'a protocol that is none',
      'PROP_CHOICE',
      (stack) => web(stack, { publish: [80] }).hostPort(80, 'TCP' as never),
    ],
    [
      'an intent from no container',
      'PROP_TYPE',
      (stack) => {
        stack.intents.reaches(notContainer, web(stack));
      },
    ],
    [
      'an intent to a network',
      'PROP_TYPE',
      (stack) => {
        stack.intents.neverReaches(web(stack), new BridgeNetwork(stack, 'net'));
      },
    ],
    [
      'an intent from a port',
      'PROP_TYPE',
      (stack) => {
        const one = web(stack);
        stack.intents.reaches(one.port(80) as never, one);
      },
    ],
    [
      'an intent with a container of another app',
      'PROP_TYPE',
      (stack) => {
        stack.intents.reaches(web(stack), web(shop()));
      },
    ],
    [
      'an intent about a host that is not exposed',
      'PROP_TYPE',
      (stack) => {
        stack.intents.notExposed(stack.host as never);
      },
    ],
    [
      'an intent about neighbours that few reach',
      'PROP_TYPE',
      (stack) => {
        stack.intents.onlyReachedBy(stack.host.lan as never, []);
      },
    ],
    [
      'an intent for one container without a list',
      'PROP_TYPE',
      (stack) => {
        const one = web(stack);
        stack.intents.onlyReachedBy(one, one as never);
      },
    ],
    [
      'an intent for nothing in a list',
      'PROP_TYPE',
      (stack) => {
        stack.intents.onlyReachedBy(web(stack), [null as never]);
      },
    ],
    ['the port of a container as text', 'PROP_TYPE', (stack) => web(stack).port('80' as never)],
    ['the port 0 of a container', 'PROP_RANGE', (stack) => web(stack).port(0)],
    [
      'the port of a container by a protocol that is none',
      'PROP_CHOICE',
      (stack) => web(stack).port(80, 'http' as never),
    ],
    ['a network mode of no container', 'PROP_TYPE', () => NetworkMode.container('db' as never)],
    [
      'an existing container without a name',
      'PROP_EMPTY',
      (stack) => Container.fromName(stack, 'old', ''),
    ],
    [
      'an existing container with a wrong name',
      'NAME_MALFORMED',
      (stack) => Container.fromName(stack, 'old', '/db'),
    ],
    [
      'an existing network without a name',
      'PROP_EMPTY',
      (stack) => Network.fromName(stack, 'old', ''),
    ],
    [
      'an existing network named bridge',
      'NAME_MALFORMED',
      (stack) => Network.fromName(stack, 'old', 'bridge'),
    ],
    [
      'an existing volume with a wrong name',
      'NAME_MALFORMED',
      (stack) => Volume.fromName(stack, 'old', '/data'),
    ],
    [
      'an existing volume by number',
      'PROP_TYPE',
      (stack) => Volume.fromName(stack, 'old', 5 as never),
    ],
    [
      'an existing image with a wrong name',
      'IMAGE_REFERENCE_MALFORMED',
      (stack) => Image.fromName(stack, 'old', 'A'),
    ],
    [
      'a volume at a relative path',
      'PATH_NOT_ABSOLUTE',
      (stack) => new Volume(stack, 'data').at('data'),
    ],
    ['a mount of no volume', 'PROP_TYPE', () => Mount.volume('data' as never, '/data')],
    ['a bind mount of a relative path', 'PATH_NOT_ABSOLUTE', () => Mount.bind('data', '/data')],
    ['a bind mount of nothing', 'PROP_TYPE', () => Mount.bind(undefined as never, '/data')],
    ['a tmpfs at a relative path', 'PATH_NOT_ABSOLUTE', () => Mount.tmpfs('data')],
    ['volumes from no container', 'PROP_EMPTY', () => Mount.fromContainer('')],
    ['a healthcheck without a command', 'PROP_EMPTY', () => Healthcheck.shell('')],
    ['a healthcheck without a program', 'PROP_EMPTY', () => Healthcheck.exec([])],
    ['a healthcheck of one text', 'PROP_TYPE', () => Healthcheck.exec('true' as never)],
    ['a TCP host without a port', 'HOST_URL_MALFORMED', () => DockerHost.tcp('tcp://10.0.0.5')],
    ['a TCP host by ssh', 'HOST_URL_MALFORMED', () => DockerHost.tcp('ssh://10.0.0.5')],
    ['an ssh host without a scheme', 'HOST_URL_MALFORMED', () => DockerHost.ssh('root@10.0.0.5')],
    ['a password in a URL', 'HOST_URL_MALFORMED', () => DockerHost.ssh('ssh://root:pw@10.0.0.5')],
    ['a host without a URL', 'PROP_TYPE', () => DockerHost.tcp(undefined as never)],
    ['the context default', 'PROP_CHOICE', () => DockerHost.context('default')],
    ['a context without a name', 'PROP_EMPTY', () => DockerHost.context('')],
    ['a secret variable without a name', 'PROP_EMPTY', () => Secret.variable('')],
    ['a secret variable named null', 'PROP_TYPE', () => Secret.variable(null as never)],
    ['a secret variable with a dash', 'NAME_MALFORMED', () => Secret.variable('db-password')],
    ['a secret variable that Terraform reserves', 'NAME_MALFORMED', () => Secret.variable('count')],
    ['a secret file that is not there', 'FILE_UNREADABLE', () => Secret.fromFile('/nowhere/key')],
    ['a secret file by number', 'PROP_TYPE', () => Secret.fromFile(0 as never)],
    ['a secret in plain text', 'SECRET_IN_PLAIN_TEXT', () => Secret.fromToken('hunter2')],
    ['a secret put into text', 'SECRET_IN_PLAIN_TEXT', () => `pw=${String(Secret.variable('pw'))}`],
    [
      'an image of another host',
      'IMAGE_ON_OTHER_HOST',
      (stack) => {
        const host = DockerHost.ssh('ssh://root@10.0.0.5');
        return web(stack, { image: new Image(stack, 'app', { reference: 'app', host }) });
      },
    ],
    [
      'two hosts of one name',
      'HOST_NAME_TAKEN',
      (stack) => {
        new BridgeNetwork(stack, 'one', { host: DockerHost.tcp('tcp://10.0.0.5:2375') });
        return new BridgeNetwork(stack, 'two', { host: DockerHost.ssh('ssh://10.0.0.5') });
      },
    ],
    [
      'a typed option that driverOptions has, too',
      'OPTION_GIVEN_TWICE',
      (stack) =>
        new BridgeNetwork(stack, 'one', {
          mtuBytes: 1400,
          driverOptions: { 'com.docker.network.driver.mtu': '1500' },
        }),
    ],
    [
      'a file with two contents',
      'FILE_CONTENT_MISSING',
      (stack) => web(stack, { files: [{ path: '/a', content: 'x', source: '/etc/hosts' }] }),
    ],
    [
      'a MAC address for an old provider',
      'PROVIDER_TOO_OLD',
      () =>
        web(shop({ providerVersion: '3.6.2' }), {
          networks: [{ network: NetworkMode.bridge, macAddress: '02:42:ac:1b:00:0a' }],
        }),
    ],
    [
      'a construct id that makes no name',
      'NAME_MALFORMED',
      (stack) => new Container(stack, 'we b', container),
    ],
    [
      'an env file with a space in a name',
      'ENV_FILE_MALFORMED',
      (stack) => {
        const file = join(folder, 'app.env');
        writeFileSync(file, 'A=1\nexport B=2\n');
        return web(stack, { envFiles: [file] });
      },
    ],
    [
      'a context that is not there',
      'CONTEXT_UNREADABLE',
      () => {
        const before = { ...process.env };
        Object.assign(process.env, {
          DOCKER_CONTEXT: 'nowhere',
          DOCKER_CONFIG: folder,
          DOCKER_HOST: '',
        });
        try {
          return DockerHost.current();
        } finally {
          process.env = before;
        }
      },
    ],
    [
      'a construct outside a DockerStack',
      'NO_DOCKER_STACK',
      () => new BridgeNetwork(Testing.app(), 'front'),
    ],
  ])('rejects %s', (_, code, action) => {
    const error = errorOf(() => action(shop()));
    expect(error.code).toBe(code);
    expect(error.details.fix).not.toBe('');
  });
});

/** Codes of values that are read elsewhere, and the tests that throw them. */
const COVERED_ELSEWHERE: Partial<Record<ConfigErrorCode, string>> = {
  ADDRESS_PLAN_LATE: 'test/constructs/address-plan.test.ts',
  BRIDGE_ADDRESS_UNUSABLE: 'test/host/daemon/render.test.ts',
  DAEMON_JSON_MALFORMED: 'test/host/daemon/parse.test.ts',
  DAEMON_KEY_IGNORED: 'test/host/daemon/parse.test.ts',
  DAEMON_KEY_UNKNOWN: 'test/host/daemon/parse.test.ts',
  DAEMON_KEY_UNSUPPORTED: 'test/host/daemon/render.test.ts',
  DAEMON_VALUE_MALFORMED: 'test/host/daemon/render.test.ts',
  FILE_UNWRITABLE: 'test/cli/draw-export.test.ts',
  HOST_NOT_NAMED: 'test/cli/draw-export.test.ts',
  LOCK_BUSY: 'test/addresses/lock-file.test.ts',
  LOCK_MALFORMED: 'test/addresses/parse-lock.test.ts',
  LOCK_OUTDATED: 'test/constructs/address-plan.test.ts',
  LOCK_VERSION: 'test/addresses/parse-lock.test.ts',
  PLACE_AMBIGUOUS: 'test/analysis/reach/find-place.test.ts',
  PLACE_UNKNOWN: 'test/analysis/reach/find-place.test.ts',
  TOPOLOGY_MALFORMED: 'test/topology/parse.test.ts',
  TOPOLOGY_VERSION: 'test/topology/parse.test.ts',
  FINDING_CODE_UNKNOWN: 'test/constructs/accept-finding.test.ts',
  SOURCE_MALFORMED: 'test/sources/read-json.test.ts',
  SOURCE_TOO_LARGE: 'test/sources/read-json.test.ts',
  SOURCE_UNKNOWN: 'test/cli/check.test.ts',
  FOLDER_UNWRITABLE: 'test/cli/main.test.ts',
  URL_MALFORMED: 'test/stacks/wordpress.test.ts',
};

test('a project is not written into a folder with something in it', () => {
  const error = errorOf(() => writeProject(folder, undefined));
  expect(error.code).toBe('FOLDER_NOT_EMPTY');
  expect(readdirSync(folder)).toContain('app');
});

test.each(Object.entries(COVERED_ELSEWHERE))('%s is thrown by %s', (code, file) => {
  expect(readFileSync(file, 'utf8')).toContain(code);
});

test('every code is thrown by a wrong value, here or where it is listed', () => {
  const source = readFileSync('src/errors.ts', 'utf8').split('ConfigErrorCode =')[1] ?? '';
  const codes = [...source.split(';')[0]!.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(50);
  const known = [...seen, ...Object.keys(COVERED_ELSEWHERE)].sort();
  expect(known).toEqual([...codes].sort());
});

/** A file has one content; the table puts in another. */
function contentFor(props: object): object {
  return 'content' in props || 'contentBase64' in props || 'source' in props
    ? {}
    : { content: 'x' };
}

function withoutNetwork<P extends { network: unknown }>(
  table: BadTable<P>,
): BadTable<Omit<P, 'network'>> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== 'network')) as never;
}
