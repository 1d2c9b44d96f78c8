import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/cli';
import { quietContainer, quietNetwork, topologyDocument } from '../support/topologies';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-diff-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes the topology of a container that publishes on the address, and gives its path. */
function write(name: string, hostIp?: string): string {
  const publish = [
    { containerPort: 80, hostPort: 8080, protocol: 'tcp', ...(hostIp && { hostIp }) },
  ];
  const web = quietContainer('shop/web', {
    mode: 'networks',
    attachments: [{ network: 'shop/net' }],
    publish,
  });
  const document = topologyDocument({ networks: [quietNetwork('shop/net')], containers: [web] });
  mkdirSync(join(folder, name));
  const file = join(folder, name, 'topology.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

test('0 and a sentence where nothing changes', async () => {
  const [before, after] = [write('before'), write('after')];
  expect(await runCli('diff', before, after)).toEqual({
    code: 0,
    out: 'Nothing changes in who reaches whom.\n',
    err: '',
  });
});

const CLOSED =
  '8080/tcp of shop/web is no longer open to containers of other networks, the LAN and the outside (now on 127.0.0.1)';

test('1 and what changes; folders are sources, too', async () => {
  write('before');
  write('after', '127.0.0.1');
  const { code, out } = await runCli('diff', join(folder, 'before'), join(folder, 'after'));
  expect({ code, out }).toEqual({
    code: 1,
    out: `Open ports\n  - ${CLOSED}\n\n1 host, network, volume or container differs in its settings.\n`,
  });
});

test('--as markdown writes a review comment', async () => {
  const { code, out } = await runCli(
    'diff',
    '--as',
    'markdown',
    write('before'),
    write('after', '127.0.0.1'),
  );
  expect(code).toBe(1);
  expect(out).toContain('**Open ports**\n\n- `-` 8080/tcp of `shop/web` is no longer open to ');
});

test('--json writes the change as data', async () => {
  const { code, out } = await runCli('diff', '--json', write('a'), write('b', '127.0.0.1'));
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    isSame: false,
    exposure: [
      {
        host: 'local',
        container: 'shop/web',
        port: 8080,
        protocol: 'tcp',
        addressesBefore: ['0.0.0.0', '::'],
        addressesAfter: ['127.0.0.1'],
        before: { lan: 'yes' },
        after: { lan: 'no' },
      },
    ],
  });
});

test.each<[string, (file: string) => string[], string]>([
  ['one source', (file) => [file], "missing required argument 'after'"],
  ['a source that is not there', (file) => [file, 'nowhere.json'], 'FILE_UNREADABLE'],
  ['a form that there is not', (file) => [file, file, '--as', 'html'], 'text, markdown'],
  ['two forms', (file) => [file, file, '--as', 'markdown', '--json'], 'cannot be used with'],
])('2 with %s', async (_, args, message) => {
  const { code, out, err } = await runCli('diff', ...args(write('one')));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});
