import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli';
import { quietContainer, topologyDocument } from '../support/topologies';

const folder = mkdtempSync(join(tmpdir(), 'portolan-reach-'));
const source = join(folder, 'topology.json');

function networkIn(id: string): object {
  return { id, name: id.replace('/', '-'), host: 'local', stack: 'shop', driver: 'bridge' };
}

beforeAll(() => {
  const networks = ['shop/front', 'shop/back'].map(networkIn);
  const inNetworks = (...ids: string[]): object => ({
    mode: 'networks',
    attachments: ids.map((network) => ({ network })),
  });
  const containers = [
    quietContainer('shop/web', inNetworks('shop/front', 'shop/back')),
    quietContainer('shop/db', { ...inNetworks('shop/back'), image: 'mariadb:11.4' }),
    quietContainer('shop/guest', inNetworks('shop/front')),
  ];
  writeFileSync(source, JSON.stringify(topologyDocument({ networks, containers })));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('tells who reaches whom by classes', async () => {
  const { code, out, err } = await runCli('reach', source);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^3 containers\. Of 6 pairs: 4 reach any port, 0 published ports alone, 2 /);
  expect(out).toContain('\nshop/db (shop/back)\n  any port   host:local, shop/web\n');
  expect(out).toMatch(/\nlan-routed:local\n/);
});

test('tells what one place reaches, and what not', async () => {
  const { code, out } = await runCli('reach', source, 'guest');
  expect(code).toBe(0);
  const [reached = '', others = ''] = out.split('\n\n');
  expect(reached).toMatch(/^shop\/web +80\/tcp +name shop-web in shop\/front$/m);
  expect(others).toMatch(/^shop\/db +3306\/tcp +[a-z-]+: [A-Z_]+$/m);
});

test('asks for one port of everybody', async () => {
  const { out } = await runCli('reach', source, 'web', '--port', '53/udp');
  expect(out.match(/ 53\/udp /g)?.length).toBeGreaterThan(2);
  expect(out).not.toContain('3306');
});

test('shows every way to another one, and the path of the best', async () => {
  const { code, out } = await runCli('reach', source, 'web', 'db');
  expect(code).toBe(0);
  expect(out).toMatch(/^shop\/web to shop\/db: reaches\n/);
  expect(out).toMatch(/\nby name shop-db in shop\/back, port 3306\/tcp\n/);
});

test('ends with 1 and the reason where it is not reached', async () => {
  const { code, out } = await runCli('reach', source, 'guest', 'db');
  expect(code).toBe(1);
  expect(out).toMatch(/^shop\/guest to shop\/db: does not reach\n/);
  expect(out).toMatch(/; .* \[[A-Z_]+\]\n$/);
});

test('writes answers as JSON', async () => {
  const { code, out } = await runCli('reach', source, 'web', 'db', '--port', '3306', '--json');
  expect(code).toBe(0);
  const { version, answers } = JSON.parse(out) as { version: number; answers: unknown[] };
  expect(version).toBe(1);
  expect(answers[0]).toMatchObject({
    from: 'shop/web',
    to: 'shop/db',
    by: { kind: 'name', name: 'shop-db', network: 'shop/back' },
    port: 3306,
    protocol: 'tcp',
    verdict: 'reaches',
  });
});

test('writes the relation as JSON', async () => {
  const { out } = await runCli('reach', source, '--json');
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    pairs: { address: 4, none: 2 },
    places: [{ place: 'lan:local' }, { place: 'lan-routed:local' }, { place: 'outside' }],
  });
});

test.each([
  ['a source that is not there', ['nowhere'], 'FILE_UNREADABLE'],
  ['a place that is not there', [source, 'wep'], 'PLACE_UNKNOWN'],
  ['a place to that is not there', [source, 'web', 'dv'], 'PLACE_UNKNOWN'],
  ['what is not a port', [source, 'web', '--port', 'http'], 'PORT_MALFORMED'],
  ['a range of ports', [source, 'web', '--port', '80-81'], 'PORT_MALFORMED'],
  ['a port without a place', [source, '--port', '80'], 'PORT_MALFORMED'],
])('rejects %s', async (_, args, errorCode) => {
  const { code, out, err } = await runCli('reach', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`[${errorCode}]`);
});
