import { Testing } from 'cdktf';
import { BridgeNetwork, Container, DockerHost, DockerStack, Network } from 'portolan';
import { findingsOf, topologyOf } from 'portolan/testing';
import { setupJest } from 'portolan/testing/jest';
import { shop } from '../support/synth';

setupJest();

const image = 'nginx:1.27';

function addClash(stack: DockerStack): void {
  new BridgeNetwork(stack, 'front', { subnets: [{ cidr: '172.27.0.0/16' }] });
  new BridgeNetwork(stack, 'back', { subnets: [{ cidr: '172.27.1.0/24' }] });
}

/** A stack with a warning and without errors: dynamic addresses come from the block of a fixed one. */
function stackWithWarning(): DockerStack {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', { subnets: [{ cidr: '172.27.0.0/16' }] });
  new Container(stack, 'db', { image, networks: [{ network, ipv4: '172.27.0.10' }] });
  new Container(stack, 'web', { image, networks: [network] });
  return stack;
}

function messageOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('toHaveNoFindings', () => {
  test('passes for a stack without mistakes', () => {
    expect(shop()).toHaveNoFindings();
    expect(shop()).toHaveNoFindings('note');
  });

  test('fails for a stack with an error, and says which', () => {
    const stack = shop();
    addClash(stack);
    expect(stack).not.toHaveNoFindings();
    const message = messageOf(() => {
      expect(stack).toHaveNoFindings();
    });
    expect(message).toContain('expected no findings in shop, but there are:\n  shop/');
    expect(message).toContain('[SUBNET_OVERLAP]');
  });

  test('counts errors alone, unless it is asked for more', () => {
    expect(stackWithWarning()).toHaveNoFindings();
    expect(stackWithWarning()).toHaveNoFindings('error');
    expect(stackWithWarning()).not.toHaveNoFindings('warning');
    expect(stackWithWarning()).not.toHaveNoFindings('note');
  });

  test('looks at the other stacks of the app, too', () => {
    const app = Testing.app();
    const [shopStack, blog] = ['shop', 'blog'].map((id) => {
      const stack = new DockerStack(app, id);
      new BridgeNetwork(stack, 'net', { name: 'net' });
      return stack;
    });
    expect(shopStack).not.toHaveNoFindings();
    expect(blog).not.toHaveNoFindings();
  });

  test('says when a finding was expected and there is none', () => {
    const message = messageOf(() => {
      expect(shop()).not.toHaveNoFindings();
    });
    expect(message).toBe('expected findings in shop, but there are none');
  });

  test('rejects what is no stack', () => {
    const message = messageOf(() => {
      expect('shop').toHaveNoFindings();
    });
    expect(message).toBe("expected a DockerStack or a topology, not 'shop'");
  });

  test('rejects a level that there is not', () => {
    const message = messageOf(() => {
      expect(shop()).toHaveNoFindings('info' as 'note');
    });
    expect(message).toBe("expected 'error', 'warning' or 'note', not 'info'");
  });
});

test('the other matchers are there, for stacks with the other stacks of their app', () => {
  const app = Testing.app();
  const host = DockerHost.local({ engineVersion: '28.5' });
  const [one, two] = ['one', 'two'].map((id) => new DockerStack(app, id, { host }));
  const net = new BridgeNetwork(one!, 'net', { name: 'net' });
  new Container(one!, 'web', { image, networks: [net], publish: ['127.0.0.1:8080:80'] });
  const same = Network.fromName(two!, 'net', 'net');
  new Container(two!, 'client', { image, networks: [same] });
  new Container(two!, 'alone', { image, networks: [new BridgeNetwork(two!, 'other')] });
  for (const stack of [one, two]) {
    expect(stack).toReach('client', 'web', 80);
    expect(stack).not.toReach('alone', 'web');
    expect(stack).toReachByName('client', 'web', 80);
    expect(stack).not.toReachByName('alone', 'web', 80);
    expect(stack).toBeIsolatedFrom('alone', 'web');
    expect(stack).not.toBeIsolatedFrom('client', 'web');
    expect(stack).toBeExposedOnlyOn('web', ['127.0.0.1:8080']);
    expect(stack).not.toHaveFinding('HOST_PORT_TAKEN');
  }
});

test('what nobody knows fails with and without .not', () => {
  const stack = shop({ host: DockerHost.local({ kind: 'rootless' }) });
  const networks = [new BridgeNetwork(stack, 'net')];
  for (const id of ['a', 'b']) new Container(stack, id, { image, networks });
  for (const check of [
    () => {
      expect(stack).toReach('a', 'b', 80);
    },
    () => {
      expect(stack).not.toReach('a', 'b', 80);
    },
  ]) {
    expect(messageOf(check)).toMatch(/^whether shop\/a reaches shop\/b:80\/tcp is not known: /);
  }
});

test('topologyOf shows what the stack declares', () => {
  const stack = shop();
  new Container(stack, 'web', { image, publish: ['8080:80'] });
  const [web] = topologyOf(stack).containers;
  expect(web).toMatchObject({ id: 'shop/web', publish: [{ containerPort: 80, hostPort: 8080 }] });
});

test('findingsOf shows all that the checks find, errors first', () => {
  const stack = stackWithWarning();
  addClash(stack);
  const levels = new Set(findingsOf(stack).map(({ level }) => level));
  expect([...levels].slice(0, 2)).toEqual(['error', 'warning']);
});
