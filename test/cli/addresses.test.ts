import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

const folder = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
const out = join(folder, 'cdktf.out');
const written = { out: '', err: '' };

beforeAll(() => {
  for (const [index, stack] of ['blog', 'shop'].entries()) {
    mkdirSync(join(out, 'stacks', stack), { recursive: true });
    writeFileSync(join(out, 'stacks', stack, 'topology.json'), topologyOf(stack, index));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  written.out = '';
  written.err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.err += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

function topologyOf(stack: string, index: number): string {
  return JSON.stringify({
    version: 1,
    hosts: [{ id: 'local', endpoint: 'environment' }],
    networks: [
      {
        id: `${stack}/net`,
        host: 'local',
        subnets: [{ cidr: `10.0.${String(index)}.0/24`, gateway: `10.0.${String(index)}.1` }],
      },
    ],
    volumes: [],
    containers: [],
  });
}

test('shows the networks of every stack in a folder', async () => {
  expect(await main(['addresses', out])).toBe(0);
  expect(written.out).toContain('blog/net  10.0.0.0/24  [#x......................]');
  expect(written.out).toContain('shop/net  10.0.1.0/24');
});

test('reads one topology.json', async () => {
  expect(await main(['addresses', join(out, 'stacks', 'shop', 'topology.json')])).toBe(0);
  expect(written.out).not.toContain('blog');
});

test('prints JSON with its version', async () => {
  expect(await main(['addresses', out, '--json'])).toBe(0);
  const { version, pools, others } = JSON.parse(written.out) as Record<string, unknown>;
  expect([version, pools]).toEqual([1, []]);
  expect(others).toMatchObject([{ network: 'blog/net', used: '1', free: '253' }, {}]);
});

test('finds the owner of an address', async () => {
  expect(await main(['addresses', out, '10.0.1.1'])).toBe(0);
  expect(written.out).toBe('10.0.1.1 is the gateway of shop/net (10.0.1.0/24)\n');
});

test.each(['10.0.1.9', '192.168.1.1'])('ends with 1 when nobody has %s', async (address) => {
  expect(await main(['addresses', out, address, '--json'])).toBe(1);
  expect(JSON.parse(written.out)).toMatchObject({ version: 1, address });
});

test.each([
  ['a source that is not there', ['nowhere'], 'FILE_UNREADABLE'],
  ['a folder without a topology', [folder], 'SOURCE_UNKNOWN'],
  ['another file', [__filename], 'SOURCE_MALFORMED'],
  ['what is not an address', [out, '10.0.1'], 'ADDRESS_MALFORMED'],
])('rejects %s', async (_, args, code) => {
  expect(await main(['addresses', ...args])).toBe(2);
  expect(written.err).toContain(`[${code}]`);
  expect(written.out).toBe('');
});
