import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCli } from '../support/cli';
import { quietContainer, topologyDocument } from '../support/topologies';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-hostile-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(content: string | object): string {
  const file = join(folder, 'topology.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const web = quietContainer('shop/web');

test.each<[string, () => string, string]>([
  ['an id twice', () => write(topologyDocument({ containers: [web, web] })), 'used twice'],
  [
    'a host that is not there',
    () => write(topologyDocument({ containers: [{ ...web, host: 'x' }] })),
    "host 'x' is not among the hosts",
  ],
  [
    'a __proto__ key',
    () => write(`{"version": 1, "hosts": [], "__proto__": {"containers": []}}`),
    "the key '__proto__'",
  ],
  ['deep nesting', () => write(`{"hosts": ${'['.repeat(1_000_000)}`), 'nests more than'],
  ['a truncated file', () => write('{"version": 1, "hosts": ['), 'not JSON'],
  ['wrong types', () => write(topologyDocument({ containers: 'none' })), '#/containers'],
  [
    'a million wrong values in one entry',
    () => write(topologyDocument({ containers: [{ ...web, dns: new Array(1_000_000).fill(0) }] })),
    'more than 100000 values',
  ],
  [
    'a million wrong entries',
    () => write(topologyDocument({ containers: new Array(1_000_000).fill(0) })),
    '#/containers/0',
  ],
  ['an endless file', () => '/dev/zero', 'SOURCE_TOO_LARGE'],
])('rejects %s with one line and exit code 2', async (_, source, message) => {
  const { code, out, err } = await runCli('check', source());
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('keys that objects inherit are names like others', async () => {
  const env = { constructor: 'a', toString: 'b', hasOwnProperty: 'c' };
  const containers = ['constructor', 'toString'].map((id) => quietContainer(id, { env }));
  const { code } = await runCli('check', write(topologyDocument({ containers })));
  expect(code).toBe(0);
});

test('rejects 100 MB in a process that has little memory', () => {
  const file = join(folder, 'topology.json');
  const descriptor = openSync(file, 'w');
  ftruncateSync(descriptor, 100_000_000);
  closeSync(descriptor);
  const { status, stderr } = runSmall(file);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `${file}: the source is larger than 64 MiB; check a part of it: one stack, or one state, at a time [SOURCE_TOO_LARGE]\n`,
  });
}, 60_000);

test('reads a file of the largest size in a process that has a little more', () => {
  const containers = Array.from({ length: 40_000 }, (_, index) =>
    quietContainer(`shop/c${String(index)}`, { labels: { text: 'x'.repeat(1000) } }),
  );
  const { status } = runSmall(write(topologyDocument({ containers })));
  expect(status).toBe(0);
}, 60_000);

/** Checks a source in a process of its own with a heap of 512 MiB. */
function runSmall(file: string): { status: number | null; stderr: string } {
  const program = `require('tsx/cjs'); const { main } = require('./src/cli/main.ts');
    main(${JSON.stringify(['check', file])}).then((code) => { process.exitCode = code; });`;
  const args = ['--max-old-space-size=512', '-e', program];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: resolve(__dirname, '..', '..'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stderr };
}
