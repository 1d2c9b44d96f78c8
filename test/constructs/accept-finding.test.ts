import { App } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BridgeNetwork, Container, DockerHost, DockerStack } from 'portolan';
import { findingsOf, topologyOf } from 'portolan/testing';
import { runCli } from '../support/cli';

const host = DockerHost.local({ engineVersion: '28.5' });
let outdir: string;
let app: App;
let shop: DockerStack;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'portolan-accept-'));
  app = new App({ outdir });
  shop = new DockerStack(app, 'shop', { host });
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** Two containers that want one host port: an error at the second. */
function clash(): Container {
  const network = new BridgeNetwork(shop, 'net', { subnets: [{ cidr: '10.80.0.0/24' }] });
  const [, two] = ['one', 'two'].map(
    (id) =>
      new Container(shop, id, { image: 'nginx:1.27', networks: [network], publish: ['80:80'] }),
  );
  return two!;
}

const CLASH = { code: 'HOST_PORT_TAKEN', at: 'shop/two', reason: 'one at a time' };

test('an accepted error does not stop synth, and check lists it', async () => {
  shop.acceptFinding(clash(), CLASH.code, CLASH.reason);
  app.synth();
  const { code, out } = await runCli('check', outdir);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Accepted\n {2}shop\/two: .*\[HOST_PORT_TAKEN\]\n.*\n {4}accepted: one at a time$/m,
  );
});

test('topology.json has it', () => {
  shop.acceptFinding(clash(), CLASH.code, CLASH.reason);
  app.synth();
  const json = readFileSync(join(outdir, 'stacks', 'shop', 'topology.json'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({ accepted: [CLASH] });
});

test.each<[string, (two: Container) => Parameters<DockerStack['acceptFinding']>[0], string]>([
  ['a construct', (two) => two, 'shop/two'],
  ['a host', () => host, 'local'],
  ['the place in a message', () => 'local:bridge', 'local:bridge'],
])('%s says what it is about', (_, place, at) => {
  shop.acceptFinding(place(clash()), CLASH.code, CLASH.reason);
  expect(topologyOf(shop).accepted).toEqual([{ ...CLASH, at }]);
});

test('what one stack accepts holds for the others', () => {
  const two = clash();
  new DockerStack(app, 'other', { host }).acceptFinding(two, CLASH.code, CLASH.reason);
  expect(findingsOf(shop).filter(({ level }) => level === 'error')).toEqual([]);
});

test('an acceptance in vain is a note', () => {
  const network = new BridgeNetwork(shop, 'net', { subnets: [{ cidr: '10.80.0.0/24' }] });
  shop.acceptFinding(network, 'SUBNET_OVERLAP', 'two sites');
  expect(findingsOf(shop)).toEqual([
    expect.objectContaining({ code: 'ACCEPTED_FINDING_ABSENT', level: 'note', at: 'shop/net' }),
  ]);
});

test('rejects a code that no finding has, with the nearest one', () => {
  expect(() => {
    shop.acceptFinding(clash(), 'HOST_PORT_TOKEN', 'why not');
  }).toThrow(
    "shop/two: no finding has the code 'HOST_PORT_TOKEN'; did you mean 'HOST_PORT_TAKEN'? [FINDING_CODE_UNKNOWN]",
  );
});

test.each<[string, unknown[], string]>([
  ['no reason', ['shop/two', 'HOST_PORT_TAKEN', ' '], 'PROP_EMPTY'],
  ['a missing reason', ['shop/two', 'HOST_PORT_TAKEN'], 'PROP_TYPE'],
  ['no place', [undefined, 'HOST_PORT_TAKEN', 'x'], 'PROP_TYPE'],
  ['a code that is none', ['shop/two', 7, 'x'], 'PROP_TYPE'],
])('rejects %s', (_, args, code) => {
  expect(() => {
    shop.acceptFinding(...(args as [string, string, string]));
  }).toThrow(code);
});
