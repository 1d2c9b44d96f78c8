import fc from 'fast-check';
import { recreationHash, type Attributes } from '../../../src/constructs/container/recreation';

/** Frozen: another hash would replace every such container at an upgrade of this library. */
const GOLDEN: readonly (readonly [string, Attributes, readonly string[], string])[] = [
  ['nothing', {}, [], '44136fa355b3678a'],
  [
    'what is not watched',
    { image: 'nginx:1.27', name: 'web', labels: [], ports: [] },
    [],
    '44136fa355b3678a',
  ],
  ['a usual container', { image: 'nginx:1.27', stop_timeout: 10 }, [], '8a9b1a3894ed4972'],
  ['all that is watched for its presence', present(), [], '38106fccedd65250'],
  [
    'a healthcheck',
    { healthcheck: { test: ['CMD', 'true'], interval: '5s', retries: 3 } },
    [],
    '18aae76f2234276b',
  ],
  ['CPU limits', { cpu_period: 100000, cpu_quota: 150000 }, [], '6ed9e0882f5609ac'],
  ['switches', { init: true, start: false }, [], '0066b95c5c4e8023'],
  ['tmpfs', { tmpfs: { '/run': 'size=64m', '/tmp': '' } }, [], '8454aecce41edae6'],
  [
    'mounts',
    { mounts: [{ target: '/a', type: 'bind', source: '/b', read_only: true }] },
    [],
    'cbb1c08442e19af8',
  ],
  ['text of all kinds', { tmpfs: { '/ü': '"\\\n\u0001 $${HOME} %%{x}' } }, [], '9c2220f710eb4abe'],
  [
    'what is ignored',
    { ports: [{ internal: 80, external: 8080, ip: '' }] },
    ['ports'],
    'b6087ce0e5526064',
  ],
  ['a platform', { platform: 'linux/arm64', stop_timeout: 10 }, ['platform'], '3649039dea405acd'],
];

test.each(GOLDEN)('has the hash of old for %s', (_, attributes, ignored, hash) => {
  expect(recreationHash(attributes, ignored)).toBe(hash);
});

test.each<[string, Attributes]>([
  ['its order', { tmpfs: { b: '2', a: '1' }, init: true }],
  [
    'settings that are not there',
    { init: true, healthcheck: undefined, tmpfs: { a: '1', b: '2', c: undefined } },
  ],
  [
    'settings that the provider notices',
    { init: true, tmpfs: { a: '1', b: '2' }, image: 'x', dns: ['1.1.1.1'] },
  ],
])('does not depend on %s', (_, attributes) => {
  const hash = recreationHash({ init: true, tmpfs: { a: '1', b: '2' } }, []);
  expect(recreationHash(attributes, [])).toBe(hash);
});

test.each<[string, Attributes, Attributes]>([
  ['a setting that is not applied', { init: true }, { init: false }],
  ['a part of one', { healthcheck: { retries: 3 } }, { healthcheck: { retries: 4 } }],
  ['one that is added', {}, { start: true }],
  ['a removal that goes unseen', { env: ['A=1'] }, {}],
  [
    'the order of a list',
    { mounts: [{ target: '/a' }, { target: '/b' }] },
    { mounts: [{ target: '/b' }, { target: '/a' }] },
  ],
  ['a number that becomes text', { cpu_quota: 1 }, { cpu_quota: '1' }],
])('changes with %s', (_, before, after) => {
  expect(recreationHash(before, [])).not.toBe(recreationHash(after, []));
});

test.each(['env', 'memory', 'command', 'hostname'])(
  'stays when the value of %s changes',
  (name) => {
    expect(recreationHash({ [name]: ['a'] }, [])).toBe(recreationHash({ [name]: ['b'] }, []));
  },
);

test('watches what Terraform ignores', () => {
  const before = recreationHash({ ports: [{ internal: 80 }] }, ['ports']);
  expect(recreationHash({ ports: [{ internal: 81 }] }, ['ports'])).not.toBe(before);
  expect(recreationHash({ ports: [{ internal: 80 }] }, [])).not.toBe(before);
});

test('lets Terraform hash what only Terraform knows', () => {
  const test = ['CMD-SHELL', 'curl "${var.url}/$${PATH}" | grep ${lookup(var.m, "k")}'];
  expect(recreationHash({ healthcheck: { test, retries: '${var.n}' } }, [])).toBe(
    '7d9f23c50919e219-${substr(sha256(jsonencode([var.n, var.url, lookup(var.m, "k")])), 0, 16)}',
  );
});

test('finds an expression in the name of an entry', () => {
  expect(recreationHash({ tmpfs: { '${var.path}': '' } }, [])).toMatch(
    /^[0-9a-f]{16}-\$\{substr\(sha256\(jsonencode\(\[var\.path\]\)\), 0, 16\)\}$/,
  );
});

test('changes with the text around an expression', () => {
  const [before, after] = ['a${var.x}', 'b${var.x}'].map((text) =>
    recreationHash({ tmpfs: { '/run': text } }, []),
  );
  expect(before).not.toBe(after);
});

test('is sixteen hexadecimal digits for anything without expressions', () => {
  const settings = fc.record({ healthcheck: fc.jsonValue(), tmpfs: fc.jsonValue() });
  fc.assert(
    fc.property(settings, (attributes) => {
      fc.pre(!JSON.stringify(attributes).includes('${'));
      expect(recreationHash(attributes, [])).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});

test('is the same after a thousand others', () => {
  const hash = recreationHash({ init: true }, []);
  for (let retries = 0; retries < 1500; retries += 1)
    recreationHash({ healthcheck: { retries } }, []);
  expect(recreationHash({ init: true }, [])).toBe(hash);
  expect(recreationHash({ healthcheck: { retries: 1400 } }, [])).toBe(
    recreationHash({ healthcheck: { retries: 1400 } }, []),
  );
});

function present(): Attributes {
  return {
    command: ['a'],
    cpu_set: '0',
    cpu_shares: 2,
    entrypoint: ['b'],
    env: ['A=1'],
    hostname: 'h',
    ipc_mode: 'host',
    log_driver: 'json-file',
    memory: 512,
    memory_reservation: 256,
    memory_swap: 1024,
    runtime: 'runc',
    security_opts: ['no-new-privileges'],
    shm_size: 64,
    stop_signal: 'SIGTERM',
    stop_timeout: 10,
  };
}
