import { Network as RawNetwork } from '@cdktf/provider-docker/lib/network';
import { Volume as RawVolume } from '@cdktf/provider-docker/lib/volume';
import {
  Fn,
  Lazy,
  TerraformCount,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformVariable,
  Token,
  type TerraformStack,
} from 'cdktf';
import {
  expectSameFailure,
  expectSamePlan,
  LEAST,
  stackIn,
  type Scenario,
} from '../../support/contract';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a token inside text, more than one, and side by side': (app, make) => {
    const stack = stackIn(app);
    const { stringValue: a, numberValue: b } = new TerraformVariable(stack, 'v', {});
    make(stack, 'web', {
      ...LEAST,
      env: [`A=${a}`, `B=x${a}${a}y`, `C=${String(b)}`, a, `1e5${a}`],
    });
  },
  'a token in a list, and a list that is one': (app, make) => {
    const stack = stackIn(app);
    const { stringValue, listValue } = new TerraformVariable(stack, 'v', {});
    make(stack, 'entry', { ...LEAST, command: ['run', stringValue, '--'] });
    make(stack, 'whole', { ...LEAST, command: listValue, dns: listValue });
  },
  'a token as a value of a map, as its key, and a map that is one': (app, make) => {
    const stack = stackIn(app);
    const variable = new TerraformVariable(stack, 'v', {});
    const { stringValue } = variable;
    make(stack, 'value', { ...LEAST, sysctls: { a: stringValue, b: `x${stringValue}` } });
    make(stack, 'key', { ...LEAST, sysctls: { [stringValue]: 'x', [`a${stringValue}`]: 'y' } });
    make(stack, 'whole', { ...LEAST, tmpfs: Token.asStringMap(variable.value) });
  },
  'a number token alone, in text and in a block': (app, make) => {
    const stack = stackIn(app);
    const { numberValue } = new TerraformVariable(stack, 'v', {});
    make(stack, 'web', {
      ...LEAST,
      memory: numberValue,
      hostname: `h${String(numberValue)}`,
      ports: [{ internal: numberValue, external: 80 }],
    });
  },
  'lazy text, number, list, object and nothing': (app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', {
      ...LEAST,
      hostname: Lazy.stringValue({ produce: () => 'late' }),
      memory: Lazy.numberValue({ produce: () => 512 }),
      command: Lazy.listValue({ produce: () => ['late', 'words'] }),
      labels: Lazy.anyValue({ produce: () => [{ label: 'a', value: 'b' }] }),
      privileged: Lazy.anyValue({ produce: () => true }),
      domainname: Lazy.stringValue({ produce: () => undefined }),
    });
  },
  'lazy text whose value is another token': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    make(stack, 'web', {
      ...LEAST,
      hostname: Lazy.stringValue({ produce: () => `x${network.name}` }),
    });
  },
  'functions of Terraform': (app, make) => {
    const stack = stackIn(app);
    const { listValue, stringValue } = new TerraformVariable(stack, 'v', {});
    make(stack, 'web', {
      ...LEAST,
      hostname: Fn.join('-', ['a', stringValue]),
      env: Token.asList(Fn.concat([listValue, ['A=1']])),
      memory: Token.asNumber(Fn.max([1, 2])),
      tmpfs: Token.asStringMap(Fn.merge([{ a: 'b' }, { c: stringValue }])),
    });
  },
  'locals and outputs': (app, make) => {
    const stack = stackIn(app);
    const local = new TerraformLocal(stack, 'image', 'nginx:1.27');
    const web = make(stack, 'web', { ...LEAST, image: local.asString });
    new TerraformOutput(stack, 'id', { value: web.id });
    new TerraformOutput(stack, 'data', { value: web.networkData });
    new TerraformOutput(stack, 'ip', { value: web.networkData.get(0).ipAddress, sensitive: true });
    new TerraformOutput(stack, 'itself', { value: web.fqn });
  },
  'references to other resources, and from them': (app, make) => {
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    const volume = new RawVolume(stack, 'data', { name: 'data' });
    const web = make(stack, 'web', {
      ...LEAST,
      networksAdvanced: [{ name: network.id, aliases: ['w'] }, { name: `x-${network.id}` }],
      volumes: [{ volumeName: volume.name, containerPath: '/data' }],
    });
    new RawNetwork(stack, 'front', { name: `front-${web.id}`, ipamConfig: [{ subnet: web.name }] });
    make(stack, 'side', { ...LEAST, networkMode: `container:${web.id}`, pidMode: web.pidMode });
  },
  'parts of blocks of another container': (app, make) => {
    const stack = stackIn(app);
    const web = make(stack, 'web', {
      ...LEAST,
      ports: [{ internal: 80 }],
      healthcheck: { test: ['CMD', 'true'] },
      labels: [{ label: 'a', value: 'b' }],
    });
    make(stack, 'other', {
      ...LEAST,
      memory: web.ports.get(0).external,
      healthcheck: { test: web.healthcheck.test, interval: web.healthcheck.interval },
      hostname: web.labels.get(0).value,
      env: [web.networkData.get(1).gateway],
    });
  },
  'all blocks of another container': (app, make) => {
    const stack = stackIn(app);
    const web = make(stack, 'web', { ...LEAST, ports: [{ internal: 80 }] });
    make(stack, 'ports', { ...LEAST, ports: web.ports });
    make(stack, 'labels', { ...LEAST, labels: web.labels });
  },
  'references between two stacks, both ways of use': (app, make) => {
    const base = stackIn(app, 'base');
    const shop = stackIn(app);
    const network = new RawNetwork(base, 'back', { name: 'back' });
    const first = make(base, 'first', LEAST);
    make(shop, 'web', {
      ...LEAST,
      networksAdvanced: [{ name: network.id }],
      env: [`FIRST=${first.id}`],
      sysctls: { [first.name]: 'x' },
      tmpfs: first.tmpfs,
      memory: first.memory,
      command: first.command,
    });
  },
  'a reference to another stack that put… takes back': (app, make) => {
    const base = stackIn(app, 'base');
    const shop = stackIn(app);
    const network = new RawNetwork(base, 'back', { name: 'back' });
    const web = make(shop, 'web', { ...LEAST, networksAdvanced: [{ name: network.id }] });
    web.putNetworksAdvanced([{ name: 'bridge' }]);
  },
  'a reference to another stack in meta arguments and overrides': (app, make) => {
    const base = stackIn(app, 'base');
    const shop = stackIn(app);
    const { id } = new RawNetwork(base, 'back', { name: 'back' });
    const condition = `\${${id} != ""}`;
    make(shop, 'lifecycle', {
      ...LEAST,
      lifecycle: { precondition: [{ condition, errorMessage: `no ${id}` }] },
    });
    make(shop, 'provisioner', { ...LEAST, provisioners: [{ type: 'local-exec', command: id }] });
    make(shop, 'connection', { ...LEAST, connection: { type: 'ssh', host: id } });
    make(shop, 'override', LEAST).addOverride('platform', id);
    make(shop, 'import', LEAST).importFrom(id);
    make(shop, 'forEach', { ...LEAST, forEach: TerraformIterator.fromList([id]) });
    make(shop, 'count', { ...LEAST, count: TerraformCount.of(Fn.lengthOf(id)) });
  },
};

test.each(Object.entries(SCENARIOS))('writes %s as the bindings do', (_, scenario) => {
  expectSamePlan(scenario);
});

const MAP_AS_TEXT = (stack: TerraformStack): string =>
  Token.asStringMap(new TerraformVariable(stack, 'v', {}).value)['a'] ?? mapToken(stack);

function mapToken(stack: TerraformStack): string {
  const map = Token.asStringMap(stack.node.tryFindChild('v'));
  return Object.values(map)[0] ?? '';
}

test('rejects what stands for a map in the place of text, as the bindings do', () => {
  expectSameFailure((app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', { ...LEAST, hostname: MAP_AS_TEXT(stack) });
  });
});

test('rejects what stands for a map of numbers in the place of a number, as the bindings do', () => {
  expectSameFailure((app, make) => {
    const stack = stackIn(app);
    const map = Token.asNumberMap(new TerraformVariable(stack, 'v', {}).value);
    make(stack, 'web', { ...LEAST, memory: Object.values(map)[0] });
  });
});

test('rejects what stands for a list in the place of text, as the bindings do', () => {
  expectSameFailure((app, make) => {
    const stack = stackIn(app);
    const [entry] = new TerraformVariable(stack, 'v', {}).listValue;
    make(stack, 'web', { ...LEAST, hostname: entry });
  });
});

test('rejects a function in the place of a value, as the bindings do', () => {
  expectSameFailure((app, make) => {
    make(stackIn(app), 'web', { ...LEAST, hostname: (() => 'x') as unknown as string });
  });
});

test('rejects a construct in the place of a value, as the bindings do', () => {
  expectSameFailure((app, make) => {
    const stack = stackIn(app);
    make(stack, 'web', { ...LEAST, hostname: stack as unknown as string });
  });
});
