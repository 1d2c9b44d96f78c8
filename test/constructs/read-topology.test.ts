import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  BridgeNetwork,
  Container,
  DockerHost,
  DockerStack,
  Healthcheck,
  Mount,
  NetworkMode,
  Volume,
} from 'portolan';
import { readTopology } from '../../src/constructs/read-topology';
import { dockerStacksOf } from '../../src/constructs/synthesizable-stack';
import { mergeTopologies } from '../../src/topology/topology';
import { onlyContainer, shop, topologyOf } from '../support/synth';

const image = 'nginx:1.27';

test('has hosts, networks, volumes and containers in the order of their declaration', () => {
  const stack = shop({ host: DockerHost.local({ engineVersion: '28.5' }) });
  const networks = ['front', 'back'].map((id) => new BridgeNetwork(stack, id));
  const volumes = [new Volume(stack, 'data').at('/data')];
  new Container(stack, 'web', { image, networks, volumes });
  new Container(stack, 'db', { image, networks });
  const topology = topologyOf(stack);
  expect(topology.version).toBe(1);
  expect(topology.hosts).toEqual([
    expect.objectContaining({ id: 'local', endpoint: 'environment', engineVersion: '28.5' }),
  ]);
  expect(topology.networks.map(({ id }) => id)).toEqual(['shop/front', 'shop/back']);
  expect(topology.volumes.map(({ id }) => id)).toEqual(['shop/data']);
  expect(topology.containers.map(({ id }) => id)).toEqual(['shop/web', 'shop/db']);
});

test('has the default bridge of a host once, when a container is on it', () => {
  const stack = shop();
  expect(topologyOf(stack).networks).toEqual([]);
  for (const id of ['one', 'two']) new Container(stack, id, { image });
  expect(topologyOf(stack).networks).toEqual([
    expect.objectContaining({
      id: 'local:bridge',
      name: 'bridge',
      host: 'local',
      driver: 'bridge',
      external: true,
    }),
  ]);
});

test('has the default bridge of each host', () => {
  const stack = shop();
  new Container(stack, 'here', { image });
  new Container(stack, 'there', { image, host: DockerHost.context('nas') });
  expect(topologyOf(stack).networks.map(({ id }) => id)).toEqual(['local:bridge', 'nas:bridge']);
});

test('says whose network a container shares', () => {
  const stack = shop();
  const web = new Container(stack, 'web', { image });
  new Container(stack, 'side', { image, networkMode: NetworkMode.container(web) });
  expect(topologyOf(stack).containers[1]).toMatchObject({
    mode: 'container',
    modeContainer: 'shop/web',
    attachments: [],
  });
});

describe('a value that only Terraform knows', () => {
  function unknownOf(
    define: (stack: DockerStack, text: string, number: number) => void,
  ): readonly string[] {
    const stack = shop();
    const text = new TerraformVariable(stack, 't', { type: 'string' }).stringValue;
    const number = new TerraformVariable(stack, 'n', { type: 'number' }).numberValue;
    define(stack, text, number);
    return [...onlyContainer(stack).unknown].sort();
  }

  test('is left out, and its path is listed', () => {
    expect(
      unknownOf((stack, text, number) => {
        new Container(stack, 'web', {
          image: text,
          name: text,
          user: text,
          workingDir: text,
          hostname: text,
          domainname: text,
          restart: text,
          stopSignal: text,
          stopGraceSeconds: number,
          memory: number,
          cpuShares: number,
          platform: text,
          runtime: text,
          logDriver: text,
          gpus: text,
          cgroupParent: text,
          healthcheck: Healthcheck.shell('true', { interval: text, retries: number }),
        });
      }),
    ).toEqual([
      'cgroupParent',
      'domainname',
      'gpus',
      'healthcheck/interval',
      'healthcheck/retries',
      'hostname',
      'image',
      'logDriver',
      'name',
      'platform',
      'resources/cpuShares',
      'resources/memoryBytes',
      'resources/memorySwapBytes',
      'restart',
      'runtime',
      'stopGraceSeconds',
      'stopSignal',
      'user',
      'workingDir',
    ]);
  });

  test('leaves a list of texts out whole', () => {
    expect(
      unknownOf((stack, text) => {
        new Container(stack, 'web', {
          image,
          command: ['echo', text],
          dns: ['10.0.0.53', text],
          capAdd: ['CHOWN', text],
          groupAdd: [text, '1000'],
        });
      }),
    ).toEqual(['capAdd', 'command', 'dns', 'groupAdd']);
  });

  test('leaves an entry out that says nothing without it', () => {
    const stack = shop();
    const text = new TerraformVariable(stack, 't', { type: 'string' }).stringValue;
    new Container(stack, 'web', {
      image,
      extraHosts: { db: text, cache: '10.0.0.6' },
      files: [
        { path: text, content: 'x' },
        { path: '/a', content: 'x' },
      ],
      devices: [{ hostPath: text, containerPath: '/dev/a', permissions: 'r' }],
    });
    expect(onlyContainer(stack)).toMatchObject({
      extraHosts: [{ host: 'cache', address: '10.0.0.6' }],
      files: [{ path: '/a' }],
      devices: [],
      unknown: expect.arrayContaining(['extraHosts', 'files', 'devices']),
    });
  });

  test('in a map leaves out the value alone', () => {
    const stack = shop();
    const text = new TerraformVariable(stack, 't', { type: 'string' }).stringValue;
    new Container(stack, 'web', {
      image,
      labels: { a: text, b: 'x' },
      sysctls: { 'net.core.somaxconn': text },
    });
    expect(onlyContainer(stack)).toMatchObject({
      labels: { b: 'x' },
      sysctls: {},
      unknown: ['sysctls/net.core.somaxconn', 'labels/a'],
    });
  });

  test('in an attachment or a mount is listed by its place', () => {
    expect(
      unknownOf((stack, text) => {
        const network = new BridgeNetwork(stack, 'front');
        new Container(stack, 'web', {
          image,
          networks: [{ network, ipv4: text, aliases: ['www', text], macAddress: text }],
          volumes: [Mount.bind(text, '/data')],
        });
      }),
    ).toEqual([
      'attachments/0/aliases',
      'attachments/0/ipv4',
      'attachments/0/macAddress',
      'mounts/0/source',
    ]);
  });

  test('may be a switch', () => {
    const stack = shop();
    const { value } = new TerraformVariable(stack, 'b', { type: 'bool' });
    new Container(stack, 'web', {
      image,
      init: value,
      tty: value,
      readOnly: value,
      privileged: value,
      stdinOpen: value,
    });
    expect([...onlyContainer(stack).unknown].sort()).toEqual([
      'init',
      'privileged',
      'readOnly',
      'stdinOpen',
      'tty',
    ]);
  });

  test('never shows a marker of cdktf', () => {
    const stack = shop();
    const { stringValue, numberValue } = new TerraformVariable(stack, 'v', { type: 'any' });
    new Container(stack, 'web', {
      image,
      env: { A: stringValue, B: numberValue, C: `${stringValue}:${String(numberValue)}` },
      publish: [{ container: 80, host: numberValue }],
      labels: { [stringValue]: 'x' },
    });
    expect(JSON.stringify(topologyOf(stack))).not.toMatch(/TfToken|e\+\d/);
  });
});

test('leaves a stack within the stack to itself', () => {
  const outer = shop();
  new Container(outer, 'web', { image });
  const inner = new DockerStack(outer, 'inner');
  new Container(inner, 'db', { image });
  expect(readTopology(outer).containers.map(({ id }) => id)).toEqual(['shop/web']);
  expect(readTopology(inner).containers.map(({ id }) => id)).toEqual(['shop/inner/db']);
});

test('finds every DockerStack of the app', () => {
  const app = Testing.app();
  const one = new DockerStack(app, 'one');
  const two = new DockerStack(new TerraformStack(app, 'plain'), 'two');
  expect(dockerStacksOf(two)).toEqual([one, two]);
});

test('the stacks of an app merge: one host, one default bridge', () => {
  const app = Testing.app();
  const stacks = ['one', 'two'].map((id) => new DockerStack(app, id));
  for (const stack of stacks) new Container(stack, 'web', { image });
  const merged = mergeTopologies(stacks.map(readTopology));
  expect(merged.hosts.map(({ id }) => id)).toEqual(['local']);
  expect(merged.networks.map(({ id }) => id)).toEqual(['local:bridge']);
  expect(merged.containers.map(({ id, stack }) => [id, stack])).toEqual([
    ['one/web', 'one'],
    ['two/web', 'two'],
  ]);
});
