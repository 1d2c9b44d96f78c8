import {
  Container as RawContainer,
  type ContainerConfig,
} from '@cdktf/provider-docker/lib/container';
import { Network as RawNetwork } from '@cdktf/provider-docker/lib/network';
import { Aspects, TerraformStack, TerraformVariable, Testing, type App } from 'cdktf';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBindings, type AttributeKind } from '../../support/bindings';
import {
  expectSamePlan,
  LEAST,
  makeOurs,
  makeRaw,
  stackIn,
  type Make,
} from '../../support/contract';
import { edgeSamplesOf, sampleOf } from '../../support/samples';

const bindings = readBindings('container');
const attributes = bindings.get('ContainerConfig') ?? [];

/** The hash of a container that has no setting that is watched. */
const NOTHING_WATCHED = '44136fa355b3678a';

test('writes the same bytes as the bindings, apart from the label', () => {
  const label = { label: 'portolan.recreate', value: NOTHING_WATCHED };
  const plan = (make: Make, labels: ContainerConfig['labels']): string => {
    const app = Testing.app();
    const stack = stackIn(app);
    const network = new RawNetwork(stack, 'back', { name: 'back' });
    make(stack, 'web', { ...LEAST, labels, networksAdvanced: [{ name: network.id }] });
    app.synth();
    return readFileSync(join(app.outdir, 'stacks/shop/cdk.tf.json'), 'utf8');
  };
  expect(plan(makeOurs, undefined)).toBe(plan(makeRaw, [label]));
});

test('writes any mixture of settings as the bindings do', () => {
  const settings = fc.record(
    Object.fromEntries(attributes.map(({ name, kind }) => [name, valueOf(kind, name)])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(settings, { minLength: 1, maxLength: 3 }), (all) => {
      expectSamePlan((app, make) => {
        const stack = stackIn(app);
        const { stringValue } = new TerraformVariable(stack, 'v', {});
        for (const [index, own] of all.entries()) {
          make(stack, `c${String(index)}`, { ...withTokens(own, stringValue), ...LEAST });
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('writes the same when it is synthesized twice', () => {
  const app = Testing.app();
  makeOurs(stackIn(app), 'web', { ...LEAST, env: ['A=1'] });
  const first = filesOf(app);
  expect(filesOf(app)).toBe(first);
});

test('is the same in app.synth, Testing.synth and Testing.fullSynth', () => {
  const app = Testing.app();
  const stack = stackIn(app);
  makeOurs(stack, 'web', { ...LEAST, env: ['A=1'], ports: [{ internal: 80 }] });
  const full = readFileSync(join(Testing.fullSynth(stack), 'stacks/shop/cdk.tf.json'), 'utf8');
  expect(resourcesOf(full)).toEqual(resourcesOf(filesOf(app)));
  expect(resourcesOf(Testing.synth(stack))).toEqual(resourcesOf(full));
});

test('shows an Aspect what earlier Aspects did', () => {
  const app = Testing.app();
  const stack = stackIn(app);
  const web = makeOurs(stack, 'web', LEAST);
  Aspects.of(stack).add({ visit: (node) => node === web && (web.hostname = 'first') });
  Aspects.of(stack).add({
    visit: (node) => node === web && (web.domainname = `${web.hostnameInput ?? ''}.example`),
  });
  expect(filesOf(app)).toContain('"domainname": "first.example"');
});

test("works with cdktf's own matchers", () => {
  const stack = stackIn(Testing.app());
  makeOurs(stack, 'web', { ...LEAST, env: ['A=1'], ports: [{ internal: 80, external: 8080 }] });
  const plan = Testing.synth(stack);
  expect(Testing.toHaveResource(plan, RawContainer.tfResourceType)).toBe(true);
  const properties = { image: 'nginx:1.27', env: ['A=1'], ports: [{ internal: 80 }] };
  expect(Testing.toHaveResourceWithProperties(plan, RawContainer.tfResourceType, properties)).toBe(
    true,
  );
});

test('lets a stack change the finished plan', () => {
  class Changing extends TerraformStack {
    override toTerraform(): unknown {
      const plan = super.toTerraform() as Plan;
      plan.resource.docker_container['web']!['hostname'] = 'changed';
      return plan;
    }
  }
  const stack = new Changing(Testing.app(), 'shop');
  makeOurs(stack, 'web', LEAST);
  expect(resourcesOf(Testing.synth(stack))['web']).toMatchObject({ hostname: 'changed' });
});

interface Plan {
  readonly resource: { readonly docker_container: Record<string, Record<string, unknown>> };
}

function filesOf(app: App): string {
  app.synth();
  return readFileSync(join(app.outdir, 'stacks/shop/cdk.tf.json'), 'utf8');
}

/** The containers without what cdktf notes about their place. */
function resourcesOf(plan: string): Record<string, unknown> {
  const containers = (JSON.parse(plan) as Plan).resource.docker_container;
  return Object.fromEntries(
    Object.entries(containers).map(([id, settings]) => [id, { ...settings, '//': undefined }]),
  );
}

function valueOf(kind: AttributeKind, name: string): fc.Arbitrary<unknown> {
  return fc.constantFrom(sampleOf(kind, name, bindings), ...edgeSamplesOf(kind), undefined);
}

/** Puts a token into the texts with an even number of characters. */
function withTokens(value: unknown, token: string): object {
  const text = JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'string' && entry.length % 2 === 0 ? `${entry}${token}` : entry,
  );
  return JSON.parse(text) as object;
}
