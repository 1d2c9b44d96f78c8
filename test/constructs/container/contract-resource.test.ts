import { Container as RawContainer } from '@cdktf/provider-docker/lib/container';
import { Network as RawNetwork } from '@cdktf/provider-docker/lib/network';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import {
  Annotations,
  Aspects,
  dependable,
  TerraformCount,
  TerraformElement,
  TerraformIterator,
  TerraformVariable,
  type IResolvable,
  type TerraformStack,
} from 'cdktf';
import { Construct } from 'constructs';
import {
  expectSameFailure,
  expectSamePlan,
  LEAST,
  stackIn,
  type Scenario,
} from '../../support/contract';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'dependsOn of the config': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    const db = make(stack, 'db', { ...LEAST, dependsOn: [network] });
    make(stack, 'web', { ...LEAST, dependsOn: [db, network] });
    make(stack, 'free', { ...LEAST, dependsOn: [] });
  },
  'dependsOn that is set later': (app, make) => {
    const stack = stackIn(app);
    const db = make(stack, 'db', LEAST);
    make(stack, 'web', LEAST).dependsOn = [dependable(db), 'docker_network.made_elsewhere'];
  },
  'a dependency between constructs': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', LEAST).node.addDependency(make(stack, 'db', LEAST));
  },
  'a lifecycle': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    make(stack, 'web', {
      ...LEAST,
      lifecycle: {
        createBeforeDestroy: true,
        preventDestroy: true,
        ignoreChanges: ['labels', 'image'],
        replaceTriggeredBy: [network, 'docker_image.made_elsewhere', network.id],
        precondition: [{ condition: 'true', errorMessage: 'never' }],
        postcondition: [{ condition: '${self.name != ""}', errorMessage: `no ${network.name}` }],
      },
    });
    make(stack, 'all', { ...LEAST, lifecycle: { ignoreChanges: 'all' } });
    make(stack, 'none', { ...LEAST, lifecycle: {} });
    make(stack, 'late', LEAST).lifecycle = { preventDestroy: true };
  },
  'a count': (app, make) => {
    const stack = stackIn(app);
    const count = TerraformCount.of(new TerraformVariable(stack, 'v', {}).numberValue);
    make(stack, 'three', { ...LEAST, count: 3 });
    make(stack, 'zero', { ...LEAST, count: 0 });
    make(stack, 'some', { ...LEAST, count, name: `web${count.index as unknown as string}` });
  },
  'forEach over a list, a map and a complex list': (app, make) => {
    const stack = stackIn(app);
    const { listValue, value } = new TerraformVariable(stack, 'v', {});
    const list = TerraformIterator.fromList(listValue);
    const map = TerraformIterator.fromMap(value as Record<string, string>);
    const first = make(stack, 'list', { ...LEAST, forEach: list, name: list.value as string });
    make(stack, 'map', {
      ...LEAST,
      forEach: map,
      name: map.key,
      image: map.getString('image'),
      env: map.getList('env'),
      tmpfs: map.getStringMap('tmpfs'),
      memory: map.getNumber('memory'),
    });
    const complex = TerraformIterator.fromComplexList(value as IResolvable, 'name');
    make(stack, 'complex', { ...LEAST, forEach: complex, name: complex.getString('name') });
    const all = TerraformIterator.fromResources(first);
    make(stack, 'chained', { ...LEAST, forEach: all, name: all.getString('name') });
  },
  'dynamic blocks': (app, make) => {
    const stack = stackIn(app);
    const { value } = new TerraformVariable(stack, 'v', {});
    const ports = TerraformIterator.fromMap(value as Record<string, string>);
    make(stack, 'web', {
      ...LEAST,
      ports: ports.dynamic({ internal: ports.getNumber('internal'), external: 80 }),
      volumes: ports.dynamic({ container_path: `/data/${ports.key}` }),
    });
    make(stack, 'late', LEAST).putUlimit(ports.dynamic({ name: ports.key, hard: 1, soft: 1 }));
  },
  'provisioners and a connection': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    const web = make(stack, 'web', {
      ...LEAST,
      connection: { type: 'ssh', host: 'engine', privateKey: 'key', bastionHost: network.name },
      provisioners: [
        { type: 'local-exec', command: 'echo ${self.id}', environment: { A_b: 'c' } },
        { type: 'file', source: 'a', destination: '/a', connection: { type: 'ssh', host: 'x' } },
        { type: 'remote-exec', inline: ['true'] },
        { type: 'local-exec', command: 'true', when: 'destroy' },
      ],
    });
    make(stack, 'late', LEAST).provisioners = web.provisioners;
  },
  'another provider': (app, make) => {
    const stack = stackIn(app);
    const provider = new DockerProvider(stack, 'far', { alias: 'far', host: 'ssh://far' });
    make(stack, 'web', { ...LEAST, provider });
    make(stack, 'late', LEAST).provider = provider;
  },
  'a move to a target, to an id and from an id': (app, make) => {
    const stack = stackIn(app);
    const target = make(stack, 'new', LEAST);
    target.addMoveTarget('new-home');
    make(stack, 'old', LEAST).moveTo('new-home');
    make(stack, 'each', LEAST).moveTo('new-home', 'key');
    make(stack, 'left', LEAST).moveToId('docker_container.elsewhere');
    make(stack, 'right', LEAST).moveFromId('docker_container.before');
  },
  imports: (app, make) => {
    const stack = stackIn(app);
    const provider = new DockerProvider(stack, 'far', { alias: 'far' });
    make(stack, 'web', LEAST).importFrom('0123abcd');
    make(stack, 'far-web', { ...LEAST, provider }).importFrom('4567efab', provider);
    RawContainer.generateConfigForImport(stack, 'generated', '89abcdef');
  },
  'overrides on the resource': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    const web = make(stack, 'web', {
      ...LEAST,
      labels: [{ label: 'a', value: 'b' }],
      env: ['A=1'],
      tmpfs: { '/run': '' },
      ports: [{ internal: 80 }],
    });
    web.addOverride('labels', [{ label: 'c', value: network.name }]);
    web.addOverride('env', ['B=2']);
    web.addOverride('tmpfs./tmp', 'size=1m');
    web.addOverride('ports.0.external', 8080);
    web.addOverride('image', undefined);
    web.addOverride('platform', 'linux/arm64');
    web.addOverride('lifecycle.ignore_changes', ['image']);
    web.addOverride('//.note', 'mine');
    web.addOverride('healthcheck', { test: ['CMD', 'true'] });
  },
  'overrides on the stack': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', { ...LEAST, env: ['A=1'], labels: [{ label: 'a', value: 'b' }] });
    stack.addOverride('resource.docker_container.web.env', ['B=2']);
    stack.addOverride('resource.docker_container.web.image', undefined);
    stack.addOverride('resource.docker_container.web.tmpfs./run', '');
    stack.addOverride('resource.docker_container.extra', { name: 'extra', image: 'busybox' });
    stack.addOverride('terraform.required_version', '>= 1.5');
  },
  'logical ids': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', LEAST).overrideLogicalId('mine');
    const reset = make(stack, 'reset', LEAST);
    reset.overrideLogicalId('gone');
    reset.resetOverrideLogicalId();
    make(new Construct(new Construct(stack, 'A b'), 'ünï'), 'Resource', LEAST);
    make(new Construct(stack, '1e5'), '2e5', LEAST);
  },
  'two resources with one logical id': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'first', { ...LEAST, env: ['A=1'] }).overrideLogicalId('same');
    make(stack, 'second', { ...LEAST, hostname: 'two', env: ['B=2'] }).overrideLogicalId('same');
  },
  'Aspects that set fields, put blocks and add overrides': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', { ...LEAST, healthcheck: { test: ['CMD', 'true'] } });
    Aspects.of(stack).add({
      visit: (node) => {
        if (!(node instanceof RawContainer)) return;
        node.hostname = 'aspect';
        node.memory = 512;
        node.healthcheck.retries = 5;
        node.putLabels([{ label: 'team', value: 'shop' }]);
        node.lifecycle = { ignoreChanges: ['env'] };
        node.addOverride('platform', 'linux/amd64');
      },
    });
  },
  'Aspects that add resources': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', LEAST);
    Aspects.of(stack).add({
      visit: (node) => {
        if (node.node.id !== 'web' || stack.node.tryFindChild('side') !== undefined) return;
        make(stack, 'side', LEAST);
      },
    });
  },
  annotations: (app, make) => {
    const web = make(stackIn(app), 'web', LEAST);
    Annotations.of(web).addWarning('heed');
    Annotations.of(web).addInfo('know');
    web.node.addMetadata('mine', { a: 1 });
  },
  'comments and metadata of the construct': (app, make) => {
    const stack = stackIn(app);
    const web = make(stack, 'web', LEAST);
    web.addOverride('//', { mine: true });
    web.node.addMetadata('stacktrace', 'trace');
  },
  'a stack that writes more of its own': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', LEAST);
    new Fragmentary(stack, 'more');
  },
};

/** Writes into the same place as the containers. */
class Fragmentary extends TerraformElement {
  override toTerraform(): unknown {
    return { resource: { docker_container: { more: { name: 'more', image: 'busybox' } } } };
  }

  override toHclTerraform(): unknown {
    return {};
  }
}

test.each(Object.entries(SCENARIOS))('writes %s as the bindings do', (_, scenario) => {
  expectSamePlan(scenario);
});

const FAILURES: Readonly<Record<string, Scenario>> = {
  'forEach and count at once': (app, make) => {
    const forEach = TerraformIterator.fromList(['a']);
    make(stackIn(app), 'web', { ...LEAST, forEach, count: 2 });
  },
  'a move to a target that is not there': (app, make) => {
    make(stackIn(app), 'web', LEAST).moveTo('nowhere');
  },
  'two moves': (app, make) => {
    const web = make(stackIn(app), 'web', LEAST);
    web.moveTo('here');
    web.moveToId('docker_container.there');
  },
  'a logical id changed after its use': (app, make) => {
    const web = make(stackIn(app), 'web', LEAST);
    expect(web.fqn).toBeDefined();
    web.overrideLogicalId('late');
  },
  'an id that is a token': (app, make) => {
    const stack: TerraformStack = stackIn(app);
    make(stack, new TerraformVariable(stack, 'v', {}).stringValue, LEAST);
  },
  'an error annotation': (app, make) => {
    Annotations.of(make(stackIn(app), 'web', LEAST)).addError('wrong');
  },
};

test.each(Object.entries(FAILURES))('rejects %s as the bindings do', (_, scenario) => {
  expectSameFailure(scenario);
});
