import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli';
import { quietContainer, quietNetwork, topologyDocument } from '../support/topologies';

const folder = mkdtempSync(join(tmpdir(), 'portolan-exposure-'));
const source = join(folder, 'topology.json');

beforeAll(() => {
  const hosts = ['local', 'far'].map((id) => ({
    id,
    endpoint: 'environment',
    engineVersion: '28',
  }));
  const publish = [{ hostPort: 8080, containerPort: 80, protocol: 'tcp', hostIp: '127.0.0.1' }];
  const attachments = [{ network: 'shop/net' }];
  const containers = [
    quietContainer('shop/web', { mode: 'networks', attachments, publish }),
    quietContainer('shop/agent', {
      host: 'far',
      mode: 'host',
      image: 'app',
      listens: [{ port: 9100, protocol: 'tcp', address: '10.0.0.5' }],
      unknown: ['listens/1/port'],
    }),
  ];
  const networks = [quietNetwork('shop/net')];
  writeFileSync(source, JSON.stringify(topologyDocument({ hosts, networks, containers })));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('shows the open ports of every host', async () => {
  const { code, out, err } = await runCli('exposure', source);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^far: 1 open port, 1 of them for the LAN\n/);
  expect(out).toMatch(/^127\.0\.0\.1 {2}8080\/tcp {2}yes {3}- +- +- +shop\/web, port 80$/m);
  expect(out).toMatch(/\nOnly Terraform knows some ports of shop\/agent\.\n$/);
});

test('shows one host alone', async () => {
  const { code, out } = await runCli('exposure', source, '--host', 'local');
  expect(code).toBe(0);
  expect(out).toContain('local: 1 open port, 0 of them for the LAN');
  expect(out).not.toContain('far');
  expect(out).not.toContain('agent');
});

test('writes JSON with its version', async () => {
  const { code, out } = await runCli('exposure', source, '--json');
  expect(code).toBe(0);
  const { version, sockets, incomplete } = JSON.parse(out) as Record<string, unknown>;
  expect([version, incomplete]).toEqual([1, ['shop/agent']]);
  expect(sockets).toMatchObject([
    { host: 'far', kind: 'host-mode', port: 9100, container: 'shop/agent' },
    {
      host: 'local',
      kind: 'published',
      address: '127.0.0.1',
      reachableFrom: { host: 'yes', containers: 'no', lan: 'no', outside: 'no' },
    },
  ]);
});

test.each([
  ['a source that is not there', ['nowhere'], 'FILE_UNREADABLE'],
  ['a host that is not there', [source, '--host', 'loca'], 'PLACE_UNKNOWN'],
])('rejects %s', async (_, args, errorCode) => {
  const { code, out, err } = await runCli('exposure', ...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`[${errorCode}]`);
});
