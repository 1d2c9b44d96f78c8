import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  BridgeNetwork,
  Container,
  Image,
  Mount,
  OneShot,
  OverlayNetwork,
  Secret,
  Volume,
  type DockerStack,
} from 'portolan';
import { OPTIONS } from '../constructs/container/options';
import { attributePaths, readBindings, terraformName } from '../support/bindings';
import { planOf, shop, type Block } from '../support/synth';

const root = resolve(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'guide', 'attributes.md'), 'utf8');

/** Rows of the resource's table: attribute, and where it is or why not. */
function rowsOf(resource: string): (readonly [string, string])[] {
  const [, section = ''] =
    new RegExp(`## docker_${resource}\\n([^]*?)(?=\\n## |$)`).exec(page) ?? [];
  return [...section.matchAll(/^\| `([\w.]+)` +\| (.*?) +\|$/gm)].map(
    ([, attribute = '', where = '']) => [attribute, where],
  );
}

const RESOURCES = {
  container: { config: 'ContainerConfig', stacks: containerStacks },
  network: { config: 'NetworkConfig', stacks: () => [stackWith(addNetworks)] },
  volume: { config: 'VolumeConfig', stacks: () => [stackWith(addVolume)] },
  image: { config: 'ImageConfig', stacks: () => [stackWith(addImages)] },
};

describe.each(Object.entries(RESOURCES))('docker_%s', (resource, { config, stacks }) => {
  const rows = rowsOf(resource);
  const isRefused = ([, where]: readonly [string, string]): boolean =>
    where.startsWith('refused: ');

  test('has a property or a refusal for every attribute of the bindings', () => {
    const attributes = attributePaths(readBindings(resource), config);
    expect(rows.map(([attribute]) => attribute).sort()).toEqual([...attributes].sort());
  });

  test('writes what has a property, and nothing that is refused', () => {
    const written = new Set(stacks().flatMap((stack) => writtenPaths(stack, `docker_${resource}`)));
    const isWritten = ([attribute]: readonly [string, string]): boolean =>
      written.has(terraformName(attribute).replace('build_attribute', 'build'));
    expect(rows.filter((row) => !isRefused(row) && !isWritten(row))).toEqual([]);
    expect(rows.filter((row) => isRefused(row) && isWritten(row))).toEqual([]);
  });
});

function writtenPaths(stack: DockerStack, type: string): string[] {
  return Object.values(planOf(stack).resource[type] ?? {}).flatMap((block) => pathsOf(block, ''));
}

function pathsOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => pathsOf(entry, path));
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value as Block).flatMap(([name, each]) =>
    pathsOf(each, path === '' ? name : `${path}.${name}`),
  );
  return [path, ...inner];
}

function stackWith(add: (stack: DockerStack) => void): DockerStack {
  const stack = shop();
  add(stack);
  return stack;
}

/** Every property in every form, and what goes by other names. */
function containerStacks(): DockerStack[] {
  const options = Object.values(OPTIONS)
    .flat()
    .map(({ props }) =>
      stackWith((stack) => {
        new Container(stack, 'web', { image: 'nginx:1.27', ...props(stack) });
      }),
    );
  return [...options, stackWith(addAttachment), stackWith(addMounts), stackWith(addFiles)];
}

function addAttachment(stack: DockerStack): void {
  const network = new BridgeNetwork(stack, 'front', {
    ipv6: true,
    subnets: [{ cidr: '172.27.0.0/16' }, { cidr: 'fd00:27::/64' }],
  });
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [{ network, ipv4: '172.27.0.10', ipv6: 'fd00:27::10' }],
  });
  new OneShot(stack, 'migrate', { image: 'nginx:1.27' });
}

function addMounts(stack: DockerStack): void {
  const volume = new Volume(stack, 'data');
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    volumes: [
      volume.at('/data', { noCopy: true, subpath: 'www', readOnly: true }),
      Mount.bind('/srv', '/srv', { propagation: 'rslave' }),
      Mount.fromContainer('old'),
    ],
  });
}

function addFiles(stack: DockerStack): void {
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    files: [
      { path: '/a', content: 'a', mode: '0600' },
      { path: '/b', contentBase64: 'YQ==', executable: true },
      { path: '/c', source: join(root, 'package.json') },
    ],
  });
}

function addNetworks(stack: DockerStack): void {
  new OverlayNetwork(stack, 'wide', {
    attachable: true,
    internal: true,
    ipv6: true,
    encrypted: true,
    ipamDriver: 'default',
    ipamOptions: { a: 'b' },
    labels: { team: 'shop' },
    subnets: [
      {
        cidr: '10.20.0.0/16',
        ipRange: '10.20.1.0/24',
        gateway: '10.20.0.1',
        auxAddresses: { router: '10.20.0.2' },
      },
      { cidr: 'fd00:20::/64' },
    ],
  });
  new OverlayNetwork(stack, 'mesh', { ingress: true });
}

function addVolume(stack: DockerStack): void {
  new Volume(stack, 'data', {
    driver: 'local',
    driverOptions: { type: 'tmpfs', device: 'tmpfs' },
    labels: { team: 'shop' },
  });
}

function addImages(stack: DockerStack): void {
  const password = Secret.variable('registry_password');
  new Image(stack, 'pulled', {
    reference: 'nginx:1.27',
    platform: 'linux/amd64',
    forceRemove: true,
    pullTriggers: ['sha256:0'],
    createTimeout: '1m',
    updateTimeout: '1m',
    deleteTimeout: '1m',
  });
  new Image(stack, 'built', {
    reference: 'shop/app:1',
    triggers: { day: 'monday' },
    build: {
      context: join(root, 'test', 'images', 'nginx'),
      args: { VERSION: '1' },
      builder: 'default',
      cacheFrom: ['shop/app:0'],
      cgroupParent: 'builds',
      dockerfile: 'Dockerfile',
      extraHosts: ['db:10.0.0.5'],
      labels: { team: 'shop' },
      logFile: 'build.log',
      network: 'host',
      noCache: true,
      platform: 'linux/amd64',
      pull: true,
      registryAuth: [{ address: 'registry.example.com', username: 'shop', password }],
      secrets: [
        { id: 'token', env: 'TOKEN' },
        { id: 'key', src: '/run/key' },
      ],
      shmSize: '64m',
      tags: ['shop/app:latest'],
      target: 'final',
      ulimits: { nofile: { soft: 512, hard: 1024 } },
    },
  });
}
