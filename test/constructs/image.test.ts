import { Testing, TerraformVariable } from 'cdktf';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  Container,
  DockerHost,
  Image,
  Secret,
  type DockerStack,
  type ImageBuildProps,
  type ImageProps,
} from 'portolan';
import { onlyResource, planOf, shop, topologyOf, type Block } from '../support/synth';

const nas = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });

test.each<[keyof ImageProps, Partial<ImageProps>, Block]>([
  ['reference', {}, { name: 'shop/app:2', keep_locally: true }],
  ['host', { host: nas }, { provider: 'docker.nas' }],
  ['platform', { platform: 'linux/arm64' }, { platform: 'linux/arm64' }],
  ['keepLocally', { keepLocally: false }, { keep_locally: false }],
  ['forceRemove', { forceRemove: true }, { force_remove: true }],
  ['pullTriggers', { pullTriggers: ['sha256:${x}'] }, { pull_triggers: ['sha256:$${x}'] }],
  ['pullTriggers', { pullTriggers: [] }, { pull_triggers: undefined }],
  ['triggers', { triggers: { day: '${x}' } }, { triggers: { day: '$${x}' } }],
  ['triggers', { triggers: {} }, { triggers: undefined }],
  ['createTimeout', { createTimeout: '90s' }, { timeouts: { create: '1m30s' } }],
  ['updateTimeout', { updateTimeout: '1h' }, { timeouts: { update: '1h0m0s' } }],
  ['deleteTimeout', { deleteTimeout: '5m' }, { timeouts: { delete: '5m0s' } }],
])('writes %s, form %#', (_, props, plan) => {
  const stack = shop();
  new Image(stack, 'app', { reference: 'shop/app:2', ...props });
  const block = onlyResource(stack, 'docker_image');
  for (const [attribute, value] of Object.entries(plan)) expect(block[attribute]).toEqual(value);
});

test('hands out its reference, id and digest', () => {
  const stack = shop();
  const image = new Image(stack, 'app', { reference: 'shop/app:2' });
  new Container(stack, 'web', { image, env: { DIGEST: image.repoDigest } });
  const [web] = Object.values(planOf(stack).resource['docker_container'] ?? {});
  expect(image.reference).toBe('shop/app:2');
  expect(web?.['image']).toMatch(/^\$\{docker_image\.app_\w+\.image_id\}$/);
  expect(web?.['env']).toEqual([
    expect.stringMatching(/^DIGEST=\$\{docker_image\.app_\w+\.repo_digest\}$/),
  ]);
});

test('takes a reference that only Terraform knows', () => {
  const stack = shop();
  const { stringValue } = new TerraformVariable(stack, 'image', { type: 'string' });
  new Container(stack, 'web', { image: new Image(stack, 'app', { reference: stringValue }) });
  expect(onlyResource(stack, 'docker_image')['name']).toBe('${var.image}');
  expect(topologyOf(stack).containers[0]?.unknown).toEqual(['image']);
});

describe('fromName', () => {
  test('looks the image up and makes none', () => {
    const stack = shop();
    new Container(stack, 'web', { image: Image.fromName(stack, 'app', 'nginx:1.27') });
    const plan = planOf(stack);
    expect(plan.resource['docker_image']).toBeUndefined();
    expect(Object.values(plan.data['docker_image'] ?? {})).toEqual([
      { name: 'nginx:1.27', provider: 'docker' },
    ]);
    expect(onlyResource(stack, 'docker_container')['image']).toMatch(
      /^\$\{data\.docker_image\.app_\w+\.id\}$/,
    );
    expect(topologyOf(stack).containers[0]?.image).toBe('nginx:1.27');
  });

  test('may be on another host', () => {
    const stack = shop();
    const image = Image.fromName(stack, 'app', 'nginx:1.27', { host: nas });
    expect(image.host).toBe(nas);
    expect(() => new Container(stack, 'web', { image })).toThrow(
      "shop/web: it is on host local and its image shop/app on host nas; make another Image with the container's host [IMAGE_ON_OTHER_HOST]",
    );
    expect(() => new Container(stack, 'there', { image, host: nas })).not.toThrow();
  });
});

describe('build', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-build-'));
    write('Dockerfile', 'FROM scratch\nCOPY . /\n');
    write('src/main.ts', 'hello');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function built(build: Partial<ImageBuildProps> = {}): {
    stack: DockerStack;
    block: Block;
    context: unknown;
  } {
    const stack = shop();
    new Image(stack, 'app', { reference: 'shop/app:2', build: { context: folder, ...build } });
    const resource = onlyResource(stack, 'docker_image');
    const [block = {}] = [resource['build'] as Block | Block[]].flat();
    return { stack, block, context: (resource['triggers'] as Block)['context'] };
  }

  test.each<[keyof ImageBuildProps, Partial<ImageBuildProps>, Block]>([
    ['dockerfile', { dockerfile: 'Dockerfile' }, { dockerfile: 'Dockerfile' }],
    ['args', { args: { A: '${x}', B: '' } }, { build_args: { A: '$${x}', B: '' } }],
    ['target', { target: 'test' }, { target: 'test' }],
    ['labels', { labels: { a: '${x}' } }, { labels: { a: '$${x}' } }],
    ['tags', { tags: ['shop/app:latest'] }, { tag: ['shop/app:latest'] }],
    [
      'secrets',
      {
        secrets: [
          { id: 'npmrc', src: '/home/me/.npmrc' },
          { id: 'token', env: 'TOKEN' },
        ],
      },
      {
        secrets: [
          { id: 'npmrc', src: '/home/me/.npmrc' },
          { id: 'token', env: 'TOKEN' },
        ],
      },
    ],
    ['platform', { platform: 'linux/arm64' }, { platform: 'linux/arm64' }],
    ['builder', { builder: 'default' }, { builder: 'default' }],
    ['noCache', { noCache: true }, { no_cache: true }],
    ['pull', { pull: true }, { pull_parent: true }],
    ['cacheFrom', { cacheFrom: ['shop/app:1'] }, { cache_from: ['shop/app:1'] }],
    ['network', { network: 'host' }, { network_mode: 'host' }],
    ['extraHosts', { extraHosts: ['db:10.0.0.5'] }, { extra_hosts: ['db:10.0.0.5'] }],
    ['shmSize', { shmSize: '128m' }, { shm_size: 128 }],
    ['cgroupParent', { cgroupParent: '/build' }, { cgroup_parent: '/build' }],
    [
      'registryAuth',
      { registryAuth: [{ address: 'r', username: 'ci', password: Secret.variable('token') }] },
      { auth_config: [{ host_name: 'r', user_name: 'ci', password: '${var.token}' }] },
    ],
    [
      'ulimits',
      { ulimits: { nofile: 1024 } },
      { ulimit: [{ name: 'nofile', soft: 1024, hard: 1024 }] },
    ],
    ['logFile', { logFile: '/tmp/build.log' }, { build_log_file: '/tmp/build.log' }],
  ])('writes %s', (_, build, plan) => {
    const { block } = built(build);
    for (const [attribute, value] of Object.entries(plan)) expect(block[attribute]).toEqual(value);
  });

  test('goes with the image when the stack is destroyed', () => {
    const { stack } = built();
    expect(onlyResource(stack, 'docker_image')['keep_locally']).toBe(false);
  });

  test('copies the context beside the plan, under its hash', () => {
    const { stack, block, context } = built();
    const out = join(Testing.fullSynth(stack), 'stacks', 'shop');
    expect(block['context']).toBe(
      `assets/${stack.getLogicalId(stack.node.findChild('app').node)}/${String(context)}`,
    );
    expect(readdirSync(join(out, String(block['context']))).sort()).toEqual(['Dockerfile', 'src']);
    expect(existsSync(join(out, String(block['context']), 'src', 'main.ts'))).toBe(true);
  });

  test('is built again when a file changes, and only then', () => {
    const first = built().context;
    expect(built().context).toBe(first);
    const copy = mkdtempSync(join(tmpdir(), 'portolan-copy-'));
    cpSync(folder, copy, { recursive: true });
    expect(built({ context: copy }).context).toBe(first);
    rmSync(copy, { recursive: true });
    write('src/main.ts', 'changed');
    expect(built().context).not.toBe(first);
  });

  test('adds the triggers of the user to the hash of the context', () => {
    const stack = shop();
    new Image(stack, 'app', {
      reference: 'shop/app',
      build: { context: folder },
      triggers: { day: 'monday' },
    });
    expect(onlyResource(stack, 'docker_image')['triggers']).toEqual({
      context: expect.stringMatching(/^[0-9a-f]{32}$/),
      day: 'monday',
    });
  });

  test('follows .dockerignore', () => {
    write('.dockerignore', 'node_modules\n*.log\n!keep.log\nDockerfile\n');
    const first = built().context;
    write('node_modules/x/index.js', 'x');
    write('debug.log', 'x');
    expect(built().context).toBe(first);
    write('keep.log', 'x');
    const { stack, block } = built();
    const out = join(Testing.fullSynth(stack), 'stacks', 'shop', String(block['context']));
    expect(readdirSync(out).sort()).toEqual(['.dockerignore', 'Dockerfile', 'keep.log', 'src']);
  });

  test('sends a Dockerfile of another name, though .dockerignore names its folder', () => {
    write('.dockerignore', 'docker\n');
    write('docker/prod.Dockerfile', 'FROM scratch\n');
    const { stack, block } = built({ dockerfile: 'docker/prod.Dockerfile' });
    const out = join(Testing.fullSynth(stack), 'stacks', 'shop', String(block['context']));
    expect(existsSync(join(out, 'docker', 'prod.Dockerfile'))).toBe(true);
  });

  test('rejects a context without its Dockerfile', () => {
    expect(() => built({ dockerfile: 'Containerfile' })).toThrow(
      `shop/app: cannot read ${join(folder, 'Containerfile')} (ENOENT)`,
    );
  });
});
