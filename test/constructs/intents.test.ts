import { App, Testing } from 'cdktf';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BridgeNetwork, Container, DockerHost, DockerStack, Network } from 'portolan';
import { shop, topologyOf } from '../support/synth';

const image = 'nginx:1.27';

/** A stack with two containers in a network. */
function pair(): { stack: DockerStack; web: Container; db: Container } {
  const stack = shop();
  const networks = [new BridgeNetwork(stack, 'net')];
  const [web, db] = ['web', 'db'].map((id) => new Container(stack, id, { image, networks }));
  return { stack, web: web!, db: db! };
}

const WEB = { kind: 'container', id: 'shop/web' };
const DB = { kind: 'container', id: 'shop/db' };

test('a stack that means nothing says nothing', () => {
  expect(topologyOf(pair().stack).intents).toBeUndefined();
});

test('the topology has every intent, in the order in which they were said', () => {
  const { stack, web, db } = pair();
  stack.intents.reaches(web, db.port(3306));
  stack.intents.neverReaches(db, web);
  stack.intents.onlyReachedBy(db, [web]);
  stack.intents.notExposed(db.port(53, 'udp'));
  expect(topologyOf(stack).intents).toEqual([
    { kind: 'reaches', stack: 'shop', from: WEB, to: DB, port: { port: 3306, protocol: 'tcp' } },
    { kind: 'neverReaches', stack: 'shop', from: DB, to: WEB },
    { kind: 'onlyReachedBy', stack: 'shop', to: DB, from: [WEB] },
    { kind: 'notExposed', stack: 'shop', to: DB, port: { port: 53, protocol: 'udp' } },
  ]);
});

test('hosts, their neighbours and the outside are ends, too', () => {
  const { stack, web } = pair();
  const host = DockerHost.local({ name: 'nas' });
  stack.intents.reaches(host, web);
  stack.intents.neverReaches(host.lan, web);
  stack.intents.reaches(web, DockerHost.outside);
  expect(topologyOf(stack).intents).toEqual([
    { kind: 'reaches', stack: 'shop', from: { kind: 'host', id: 'nas' }, to: WEB },
    { kind: 'neverReaches', stack: 'shop', from: { kind: 'lan', id: 'nas' }, to: WEB },
    { kind: 'reaches', stack: 'shop', from: WEB, to: { kind: 'outside' } },
  ]);
});

test('an existing container is an end', () => {
  const { stack, web } = pair();
  stack.intents.neverReaches(Container.fromName(stack, 'old', 'legacy'), web);
  expect(topologyOf(stack).intents).toEqual([
    expect.objectContaining({ from: { kind: 'container', id: 'shop/old' } }),
  ]);
});

test('a topology that was read before is out of date', () => {
  const { stack, web, db } = pair();
  const before = stack.revision;
  stack.intents.reaches(web, db);
  expect(stack.revision).toBeGreaterThan(before);
});

test('an end may be in another stack of the app', () => {
  const app = Testing.app();
  const one = new DockerStack(app, 'one');
  const web = new Container(new DockerStack(app, 'two'), 'web', { image });
  one.intents.reaches(new Container(one, 'db', { image }), web.port(80));
  expect(topologyOf(one).intents).toEqual([
    expect.objectContaining({ to: { kind: 'container', id: 'two/web' } }),
  ]);
});

describe('synth', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'portolan-intents-'));
  });
  afterEach(() => {
    rmSync(outdir, { recursive: true });
  });

  /** An app of two stacks on one host: `db` in the first, `web` in the second, in one network or not. */
  function twoStacks(isShared: boolean): App {
    const app = new App({ outdir });
    const host = DockerHost.local({ engineVersion: '28.5' });
    const [one, two] = ['one', 'two'].map((id) => new DockerStack(app, id, { host }));
    const back = new BridgeNetwork(one!, 'back', { name: 'back' });
    const other = isShared
      ? Network.fromName(two!, 'back', 'back')
      : new BridgeNetwork(two!, 'front');
    const db = new Container(one!, 'db', { image: 'mariadb:11.4', networks: [back] });
    const web = new Container(two!, 'web', { image, networks: [other] });
    two!.intents.reaches(web, db.port(3306));
    return app;
  }

  test('lets an intent pass that holds across stacks', () => {
    twoStacks(true).synth();
    expect(existsSync(join(outdir, 'stacks', 'two', 'cdk.tf.json'))).toBe(true);
  });

  test('stops for one that does not hold, and tells the path', () => {
    expect(() => {
      twoStacks(false).synth();
    }).toThrow(
      /two\/web: stack two means that two\/web reaches one\/db:3306\/tcp, and it does not: .*\(two\/web > .*\[INTENT_UNREACHED\]/,
    );
    expect(existsSync(join(outdir, 'stacks', 'two', 'cdk.tf.json'))).toBe(false);
  });
});
