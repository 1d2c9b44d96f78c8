import { Network as RawNetwork } from '@cdktf/provider-docker/lib/network';
import {
  Aspects,
  Lazy,
  TerraformIterator,
  TerraformVariable,
  Testing,
  Token,
  type TerraformStack,
} from 'cdktf';
import { ContainerResource } from '../../../src/constructs/container/container-resource';
import { LEAST, makeOurs, stackIn } from '../../support/contract';

const LABEL = 'portolan.recreate';

test('adds one label with the hash', () => {
  const stack = stackIn(Testing.app());
  makeOurs(stack, 'web', { ...LEAST, healthcheck: { test: ['CMD', 'true'] } });
  expect(labelsOf(stack)).toEqual([{ label: LABEL, value: '2549fdd8eb29f941' }]);
});

test.each<[string, (web: ContainerResource) => void]>([
  [
    'putLabels',
    (web) => {
      web.putLabels([{ label: 'a', value: 'b' }]);
    },
  ],
  [
    'addOverride',
    (web) => {
      web.addOverride('labels', [{ label: 'a', value: 'b' }]);
    },
  ],
  [
    'an override with one block',
    (web) => {
      web.addOverride('labels', { label: 'a', value: 'b' });
    },
  ],
  [
    'an override of a part',
    (web) => {
      web.addOverride('labels.label', 'a');
    },
  ],
  [
    'lazy labels',
    (web) => {
      web.putLabels(lazyLabels());
    },
  ],
  ['a lifecycle', (web) => (web.lifecycle = { preventDestroy: true })],
  [
    'resetLabels',
    (web) => {
      web.resetLabels();
    },
  ],
  [
    'another logical id',
    (web) => {
      web.overrideLogicalId('web');
    },
  ],
])('keeps the label after %s', (_, change) => {
  const stack = stackIn(Testing.app());
  change(ContainerResource.create(stack, 'web', LEAST));
  expect(labelsOf(stack)).toContainEqual({ label: LABEL, value: '44136fa355b3678a' });
});

test('keeps the labels that were put in its place', () => {
  const stack = stackIn(Testing.app());
  const web = makeOurs(stack, 'web', { ...LEAST, labels: [{ label: 'a', value: 'b' }] });
  web.addOverride('labels', [{ label: 'c', value: 'd' }]);
  expect(labelsOf(stack).map(({ label }) => label)).toEqual(['a', 'c', LABEL]);
});

test('keeps the label after overrides of the stack', () => {
  const stack = stackIn(Testing.app());
  makeOurs(stack, 'web', LEAST);
  stack.addOverride('resource.docker_container.web.labels', [{ label: 'a', value: 'b' }]);
  expect(labelsOf(stack).map(({ label }) => label)).toEqual([LABEL, 'a']);
});

test('keeps the label after Aspects', () => {
  const stack = stackIn(Testing.app());
  makeOurs(stack, 'web', LEAST);
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof ContainerResource) node.putLabels([{ label: 'team', value: 'shop' }]);
    },
  });
  expect(labelsOf(stack).map(({ label }) => label)).toEqual(['team', LABEL]);
});

test('keeps the label beside labels that Terraform makes', () => {
  const stack = stackIn(Testing.app());
  const { value } = new TerraformVariable(stack, 'v', {});
  const iterator = TerraformIterator.fromMap(value as Record<string, string>);
  const labels = iterator.dynamic({ label: iterator.key, value: 'x' });
  makeOurs(stack, 'web', { ...LEAST, labels });
  expect(labelsOf(stack).map(({ label }) => label)).toEqual([LABEL]);
  const hcl = Testing.synthHcl(stack) as unknown as string;
  expect(hcl).toContain('dynamic "labels" {');
  expect(hcl).toContain(`labels {\nlabel = "${LABEL}"`);
});

test('leaves an expression in place of labels alone', () => {
  const stack = stackIn(Testing.app());
  const { value } = new TerraformVariable(stack, 'v', {});
  makeOurs(stack, 'web', { ...LEAST, labels: value });
  expect(labelsOf(stack)).toBe('${var.v}');
});

test.each<[string, (web: ContainerResource) => void]>([
  ['a setter', (web) => (web.init = true)],
  [
    'an override',
    (web) => {
      web.addOverride('init', true);
    },
  ],
  ['lazy text', (web) => (web.init = Lazy.anyValue({ produce: () => true }))],
])('hashes what %s says', (_, change) => {
  const stack = stackIn(Testing.app());
  change(ContainerResource.create(stack, 'web', LEAST));
  expect(labelsOf(stack)).toEqual([{ label: LABEL, value: '045247655b086fc7' }]);
});

test('hashes tokens at apply time, and what is around them at once', () => {
  const stack = stackIn(Testing.app());
  const network = new RawNetwork(stack, 'back', { name: 'back' });
  makeOurs(stack, 'web', {
    ...LEAST,
    healthcheck: { test: ['CMD-SHELL', `ping -c 1 "${network.name}" $$\{HOME}`] },
  });
  expect(labelsOf(stack)[0]?.value).toMatch(
    /^[0-9a-f]{16}-\$\{substr\(sha256\(jsonencode\(\[docker_network\.back\.name\]\)\), 0, 16\)\}$/,
  );
});

test.each<[string, (variable: TerraformVariable) => object]>([
  ['a number', ({ numberValue }) => ({ cpuQuota: numberValue })],
  ['a number in text', ({ numberValue }) => ({ tmpfs: { '/run': `size=${String(numberValue)}` } })],
  ['a list', ({ listValue }) => ({ healthcheck: { test: listValue } })],
  ['a map', ({ value }) => ({ tmpfs: Token.asStringMap(value) })],
  ['a switch', ({ booleanValue }) => ({ init: booleanValue })],
])('hashes %s that only Terraform knows', (_, settings) => {
  const stack = stackIn(Testing.app());
  makeOurs(stack, 'web', { ...LEAST, ...settings(new TerraformVariable(stack, 'v', {})) });
  expect(labelsOf(stack)[0]?.value).toContain('jsonencode([var.v])');
});

test('says nothing on the console about tokens in text', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const stack = stackIn(Testing.app());
  const { stringValue } = new TerraformVariable(stack, 'v', {});
  makeOurs(stack, 'web', { ...LEAST, tmpfs: { '/run': `$$\{A} ${stringValue}` } });
  labelsOf(stack);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('ignores the given attributes beside those of the lifecycle', () => {
  const stack = stackIn(Testing.app());
  const config = { ...LEAST, ignored: ['ports', 'image'] };
  ContainerResource.create(stack, 'alone', config);
  const lifecycle = { ignoreChanges: ['image', 'env'], preventDestroy: true };
  ContainerResource.create(stack, 'both', { ...config, lifecycle });
  ContainerResource.create(stack, 'all', { ...config, lifecycle: { ignoreChanges: 'all' } });
  expect(lifecyclesOf(stack)).toEqual({
    alone: { ignore_changes: ['ports', 'image'] },
    both: { ignore_changes: ['image', 'env', 'ports'], prevent_destroy: true },
    all: { ignore_changes: 'all' },
  });
});

test('writes what the bindings do not have, and resolves its tokens', () => {
  const stack = stackIn(Testing.app());
  const { stringValue } = new TerraformVariable(stack, 'v', {});
  const extra = { platform: stringValue, memory_reservation: 64 };
  const networksAdvanced = [{ name: 'back', extra: { mac_address: stringValue } }];
  const plain = ContainerResource.create(stack, 'plain', { ...LEAST, extra, networksAdvanced });
  const special = ContainerResource.create(stack, 'special', { ...LEAST, extra, networksAdvanced });
  special.addOverride('hostname', 'x');
  const expected = {
    platform: '${var.v}',
    memory_reservation: 64,
    networks_advanced: [{ name: 'back', mac_address: '${var.v}' }],
  };
  const containers = containersOf(stack);
  expect(containers[plain.friendlyUniqueId]).toMatchObject(expected);
  expect(containers[special.friendlyUniqueId]).toMatchObject(expected);
  expect(Testing.synthHcl(stack)).toContain('mac_address = "${var.v}"');
});

function lazyLabels(): never {
  return Lazy.anyValue({ produce: () => [{ label: 'a', value: 'b' }] }) as never;
}

function containersOf(stack: TerraformStack): Record<string, Record<string, unknown>> {
  const plan = JSON.parse(Testing.synth(stack)) as {
    resource: { docker_container: Record<string, Record<string, unknown>> };
  };
  return plan.resource.docker_container;
}

function labelsOf(stack: TerraformStack): { label: string; value: string }[] {
  return Object.values(containersOf(stack))[0]?.['labels'] as { label: string; value: string }[];
}

function lifecyclesOf(stack: TerraformStack): Record<string, unknown> {
  const containers = Object.entries(containersOf(stack));
  return Object.fromEntries(containers.map(([id, { lifecycle }]) => [id, lifecycle]));
}
