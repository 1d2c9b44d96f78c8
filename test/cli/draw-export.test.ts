import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli';
import { quietContainer, quietNetwork, topologyDocument } from '../support/topologies';

const folder = mkdtempSync(join(tmpdir(), 'portolan-draw-'));
const source = join(folder, 'topology.json');
const twoHosts = join(folder, 'two.json');

beforeAll(() => {
  const attachments = [{ network: 'shop/net' }];
  const containers = [
    quietContainer('shop/web', { mode: 'networks', attachments, publishAll: true }),
  ];
  const networks = [quietNetwork('shop/net')];
  writeFileSync(source, JSON.stringify(topologyDocument({ networks, containers })));
  const hosts = ['local', 'far'].map((id) => ({ id, endpoint: 'environment' }));
  writeFileSync(twoHosts, JSON.stringify(topologyDocument({ hosts })));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  ['mermaid', /^flowchart TB\n/],
  ['dot', /^digraph portolan \{/],
  ['svg', /^<svg /],
  ['html', /^<!doctype html>/],
])('draws as %s', async (form, beginning) => {
  const { code, out, err } = await runCli('draw', source, '--as', form);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(beginning);
  expect(out).toContain('shop-web');
});

test('writes a picture into a file, and nothing else beside it', async () => {
  const file = join(folder, 'out', 'chart.svg');
  const { code, err } = await runCli('draw', source, '--as', 'svg', '-o', file);
  expect(code).toBe(2);
  expect(err).toMatch(
    /chart\.svg: the file cannot be written: .*; name a file in a folder .* \[FILE_UNWRITABLE\]\n$/,
  );
  const good = join(folder, 'chart.svg');
  const before = readdirSync(folder).length;
  expect((await runCli('draw', source, '--as', 'svg', '-o', good)).code).toBe(0);
  expect(readFileSync(good, 'utf8')).toMatch(/^<svg /);
  expect(readdirSync(folder)).toHaveLength(before + 1);
});

test('refuses a form that there is not', async () => {
  const { code, err } = await runCli('draw', source, '--as', 'png');
  expect(code).toBe(2);
  expect(err).toContain('mermaid, dot, svg, html');
});

test('exports docker commands, and a Compose file with what it leaves out', async () => {
  const commands = await runCli('export', source, '--as', 'docker');
  expect(commands.out).toMatch(
    /^set -e\ndocker network create .* shop-net\ndocker create --name shop-web/,
  );
  const compose = await runCli('export', source, '--as', 'compose');
  expect(compose.code).toBe(0);
  expect(compose.out).toMatch(/^services:\n {2}web:\n/);
  expect(compose.err).toBe('shop/web: publishing every exposed port has no word in Compose\n');
});

test('asks for the host where there are several', async () => {
  const { code, err } = await runCli('export', twoHosts, '--as', 'docker');
  expect(code).toBe(2);
  expect(err).toBe(
    '--host: the source has 2 hosts: local, far; name the host to export [HOST_NOT_NAMED]\n',
  );
  expect((await runCli('export', twoHosts, '--as', 'docker', '--host', 'far')).code).toBe(0);
  expect((await runCli('export', twoHosts, '--as', 'docker', '--host', 'fra')).err).toContain(
    'far',
  );
});

test('leaves a file alone that it cannot write anew', async () => {
  const file = join(folder, 'taken');
  writeFileSync(file, 'mine');
  const { code } = await runCli('export', twoHosts, '--as', 'compose', '-o', file);
  expect(code).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(existsSync(`${file}.tmp`)).toBe(false);
});
