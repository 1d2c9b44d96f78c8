import { Testing } from 'cdktf';
import { BridgeNetwork, Container, DockerHost, DockerStack } from 'portolan';
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
