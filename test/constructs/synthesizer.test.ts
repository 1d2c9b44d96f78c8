import { App, Aspects, TerraformStack, TerraformVariable, Testing, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BridgeNetwork, Container, DockerStack, Secret } from 'portolan';
import { parseTopology } from '../../src/topology/parse';

let folder: string;
let outdir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-synth-'));
  outdir = join(folder, 'cdktf.out');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const image = 'nginx:1.27';

function file(...path: string[]): string {
  return join(outdir, ...path);
}

function topologyIn(stack: string): ReturnType<typeof parseTopology> {
  return parseTopology(
    readFileSync(file('stacks', stack, 'topology.json'), 'utf8'),
    'topology.json',
  );
}

/** Two containers of the stack publish one port. */
function addMistake(stack: DockerStack, port: number): void {
  for (const id of ['one', 'two'])
    new Container(stack, id, { image, publish: [`${String(port)}:80`] });
}

function messageOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new TypeError('synth did not fail');
}

test('writes topology.json beside each plan', () => {
  const app = new App({ outdir });
  for (const id of ['one', 'two']) new Container(new DockerStack(app, id), 'web', { image });
  app.synth();
  for (const id of ['one', 'two']) {
    expect(existsSync(file('stacks', id, 'cdk.tf.json'))).toBe(true);
    expect(topologyIn(id).containers.map((container) => container.id)).toEqual([`${id}/web`]);
  }
  expect(existsSync(file('manifest.json'))).toBe(true);
});

test('writes the same bytes for the same definition', () => {
  const bytes = ['a', 'b'].map((name) => {
    outdir = join(folder, name);
    const app = new App({ outdir });
    new Container(new DockerStack(app, 'shop'), 'web', { image, labels: { b: '1', a: '2' } });
    app.synth();
    return readFileSync(file('stacks', 'shop', 'topology.json'), 'utf8');
  });
  expect(bytes[0]).toBe(bytes[1]);
});

describe('with mistakes in two of three stacks', () => {
  function synth(): string {
    const app = new App({ outdir });
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new DockerStack(app, id));
    new Container(a!, 'fine', { image });
    addMistake(b!, 8080);
    addMistake(c!, 9090);
    return messageOf(() => {
      app.synth();
    });
  }

  test('all are thrown as one message', () => {
    expect(synth().split('\n')).toEqual([
      '2 errors, so no plan was written:',
      expect.stringMatching(/^ {2}b\/two: .*8080.*\[HOST_PORT_TAKEN\]$/),
      expect.stringMatching(/^ {4}test\/.*\.ts:\d+$/),
      expect.stringMatching(/^ {2}c\/two: .*9090.*\[HOST_PORT_TAKEN\]$/),
      expect.stringMatching(/^ {4}test\/.*\.ts:\d+$/),
    ]);
  });

  test('no plan and no manifest is left, but every topology', () => {
    synth();
    for (const id of ['a', 'b', 'c'])
      expect(
        readdirSync(file('stacks', id)).filter((name) => !name.startsWith('topology')),
      ).toEqual([]);
    for (const id of ['a', 'b', 'c']) expect(topologyIn(id).hosts).toHaveLength(1);
    expect(existsSync(file('manifest.json'))).toBe(false);
  });

  test('older plans and the older manifest are gone, too', () => {
    const app = new App({ outdir });
    for (const id of ['a', 'b', 'c']) new Container(new DockerStack(app, id), 'web', { image });
    app.synth();
    writeFileSync(file('stacks', 'a', 'mine.tf'), '# mine');
    synth();
    expect(existsSync(file('stacks', 'a', 'cdk.tf.json'))).toBe(false);
    expect(existsSync(file('manifest.json'))).toBe(false);
    expect(existsSync(file('stacks', 'a', 'mine.tf'))).toBe(true);
  });
});

test('a mistake between two stacks is found', () => {
  const app = new App({ outdir });
  for (const id of ['a', 'b'])
    new Container(new DockerStack(app, id), 'web', { image, publish: ['80:80'] });
  expect(
    messageOf(() => {
      app.synth();
    }),
  ).toMatch(/b\/web: .* a\/web/);
});

test('an error does not show where synth was called as its place', () => {
  const app = new App({ outdir });
  addMistake(new DockerStack(app, 'shop'), 80);
  let error: unknown;
  try {
    app.synth();
  } catch (caught) {
    error = caught;
  }
  expect(error).toHaveProperty('name', 'FindingsError');
  expect(error).toHaveProperty('stack', expect.not.stringContaining('    at '));
});

describe('Aspects', () => {
  /** Connects the container `web` to a network. */
  class Connect implements IAspect {
    constructor(private readonly network: BridgeNetwork) {}

    visit(node: IConstruct): void {
      if (!(node instanceof Container) || node.node.id !== 'web') return;
      if (!this.done.has(node)) node.connect(this.network, { ipv4: '10.0.0.10' });
      this.done.add(node);
    }

    private readonly done = new Set<IConstruct>();
  }

  /** A stack whose container `other` has the address, with the Aspect on it. */
  function define(app: App, address: string): void {
    const stack = new DockerStack(app, 'shop');
    const front = new BridgeNetwork(stack, 'front', { subnets: [{ cidr: '10.0.0.0/24' }] });
    new Container(stack, 'web', { image });
    new Container(stack, 'other', { image, networks: [{ network: front, ipv4: address }] });
    Aspects.of(stack).add(new Connect(front));
  }

  test('what they change is in the plan and in the topology', () => {
    const app = new App({ outdir });
    define(app, '10.0.0.20');
    app.synth();
    const [web] = topologyIn('shop').containers;
    expect(web?.attachments.map(({ network }) => network)).toEqual(['local:bridge', 'shop/front']);
    expect(readFileSync(file('stacks', 'shop', 'cdk.tf.json'), 'utf8')).toContain('10.0.0.10');
  });

  test('a mistake that they make stops synth, and no plan is left', () => {
    const app = new App({ outdir });
    define(app, '10.0.0.10');
    expect(
      messageOf(() => {
        app.synth();
      }),
    ).toMatch(/10\.0\.0\.10/);
    expect(existsSync(file('stacks', 'shop', 'cdk.tf.json'))).toBe(false);
    expect(existsSync(file('manifest.json'))).toBe(false);
    expect(topologyIn('shop').containers[0]?.attachments).toHaveLength(2);
  });
});

test('warnings and notes do not stop synth', () => {
  const app = new App({ outdir });
  const stack = new DockerStack(app, 'shop');
  new BridgeNetwork(stack, 'public', { subnets: [{ cidr: '172.10.0.0/16' }] });
  new Container(stack, 'web', { image, dns: ['10.0.0.53', '10.0.0.54'] });
  app.synth();
  expect(existsSync(file('stacks', 'shop', 'cdk.tf.json'))).toBe(true);
});

describe('plain stacks of the same app', () => {
  test('are written as ever, without a topology', () => {
    const app = new App({ outdir });
    new TerraformStack(app, 'plain');
    new Container(new DockerStack(app, 'shop'), 'web', { image });
    app.synth();
    expect(existsSync(file('stacks', 'plain', 'cdk.tf.json'))).toBe(true);
    expect(existsSync(file('stacks', 'plain', 'topology.json'))).toBe(false);
  });

  test('have no plan left after an error either', () => {
    const app = new App({ outdir });
    new TerraformStack(app, 'plain');
    addMistake(new DockerStack(app, 'shop'), 80);
    messageOf(() => {
      app.synth();
    });
    expect(existsSync(file('stacks', 'plain', 'cdk.tf.json'))).toBe(false);
  });
});

test('a stack within a stack has a topology of its own', () => {
  const app = new App({ outdir });
  const outer = new DockerStack(app, 'outer');
  new Container(outer, 'web', { image });
  new Container(new DockerStack(outer, 'inner'), 'db', { image });
  app.synth();
  expect(topologyIn('outer').containers.map(({ id }) => id)).toEqual(['outer/web']);
  expect(topologyIn('inner').containers.map(({ id }) => id)).toEqual(['outer/inner/db']);
});

test('Testing.fullSynth writes the topology and checks it', () => {
  const stack = new DockerStack(Testing.app(), 'shop');
  new Container(stack, 'web', { image });
  expect(existsSync(join(Testing.fullSynth(stack), 'stacks', 'shop', 'topology.json'))).toBe(true);
  addMistake(stack, 80);
  expect(() => Testing.fullSynth(stack)).toThrow('HOST_PORT_TAKEN');
});

describe('HCL', () => {
  test('is written with the topology', () => {
    const app = new App({ outdir, hclOutput: true });
    new Container(new DockerStack(app, 'shop'), 'web', { image });
    app.synth();
    expect(readdirSync(file('stacks', 'shop'))).toEqual(
      expect.arrayContaining(['cdk.tf', 'topology.json']),
    );
  });

  test('is not left after an error', () => {
    const app = new App({ outdir, hclOutput: true });
    const stack = new DockerStack(app, 'shop');
    new Container(stack, 'web', { image });
    app.synth();
    const again = new App({ outdir, hclOutput: true });
    addMistake(new DockerStack(again, 'shop'), 80);
    messageOf(() => {
      again.synth();
    });
    expect(existsSync(file('stacks', 'shop', 'cdk.tf'))).toBe(false);
  });
});

test('makes the folders that are missing', () => {
  const app = new App({ outdir });
  new Container(new DockerStack(app, 'shop'), 'web', { image });
  rmSync(file('stacks'), { recursive: true });
  app.synth();
  expect(topologyIn('shop').containers).toHaveLength(1);
  expect(existsSync(file('stacks', 'shop', 'cdk.tf.json'))).toBe(true);
});

test('a file with secret values goes when there are none any more', () => {
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'hunter2');
  const synth = (env: Record<string, Secret>): void => {
    const app = new App({ outdir });
    new Container(new DockerStack(app, 'shop'), 'web', { image, env });
    app.synth();
  };
  synth({ A: Secret.fromFile(secret) });
  expect(existsSync(file('stacks', 'shop', 'portolan.auto.tfvars.json'))).toBe(true);
  synth({});
  expect(existsSync(file('stacks', 'shop', 'portolan.auto.tfvars.json'))).toBe(false);
});

test('leaves no part of a file behind', () => {
  const app = new App({ outdir });
  const stack = new DockerStack(app, 'shop');
  new TerraformVariable(stack, 'v', { type: 'string' });
  app.synth();
  expect(readdirSync(file('stacks', 'shop')).filter((name) => name.endsWith('.part'))).toEqual([]);
});
