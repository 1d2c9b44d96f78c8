import { Container as RawContainer } from '@cdktf/provider-docker/lib/container';
import {
  DefaultTokenResolver,
  StringConcat,
  Testing,
  Tokenization,
  type TerraformStack,
} from 'cdktf';
import { ContainerResource } from '../../../src/constructs/container/container-resource';
import { readBindings } from '../../support/bindings';
import { LEAST, makeOurs, makeRaw, stackIn, type Make } from '../../support/contract';
import { sampleOf } from '../../support/samples';

const bindings = readBindings('container');
const attributes = bindings.get('ContainerConfig') ?? [];

const EVERYTHING = {
  ...Object.fromEntries(attributes.map(({ name, kind }) => [name, sampleOf(kind, name, bindings)])),
  ...LEAST,
};

const readable = propertiesOf(RawContainer.prototype);

test('has every property of the bindings', () => {
  expect(readable.length).toBeGreaterThan(2 * attributes.length);
  expect(propertiesOf(ContainerResource.prototype)).toEqual(expect.arrayContaining(readable));
});

test.each(readable)('reads %s as the bindings do', (name) => {
  expect(readFrom(makeOurs, name)).toEqual(readFrom(makeRaw, name));
});

test('gives the same object each time it is asked for a block', () => {
  const web = makeOurs(stackIn(Testing.app()), 'web', EVERYTHING);
  expect(web.ports).toBe(web.ports);
  expect(web.healthcheck).toBe(web.healthcheck);
  expect(web.networkData).toBe(web.networkData);
});

test('keeps what the config held when its object is changed later', () => {
  const config = { ...LEAST, hostname: 'before' };
  const web = makeOurs(stackIn(Testing.app()), 'web', config);
  config.hostname = 'after';
  expect(web.hostnameInput).toBe('before');
});

test('never changes the config', () => {
  const config = { ...LEAST, tmpfs: { '/run': '' }, env: ['A=1'], labels: [] };
  const web = makeOurs(stackIn(Testing.app()), 'web', config);
  web.addOverride('tmpfs./tmp', '');
  web.addOverride('env', ['B=2']);
  web.hostname = 'x';
  Testing.synth(web.cdktfStack);
  expect(config).toEqual({ ...LEAST, tmpfs: { '/run': '' }, env: ['A=1'], labels: [] });
});

test('counts as the class of the bindings', () => {
  const web = makeOurs(stackIn(Testing.app()), 'web', LEAST);
  expect(web).toBeInstanceOf(RawContainer);
  expect(web).toBeInstanceOf(ContainerResource);
});

test('says of itself what the bindings say', () => {
  const [ours, raw] = [makeOurs, makeRaw].map((make) => {
    const { terraformResourceType, terraformGeneratorMetadata, friendlyUniqueId } = make(
      stackIn(Testing.app()),
      'web',
      LEAST,
    );
    return { terraformResourceType, terraformGeneratorMetadata, friendlyUniqueId };
  });
  expect(ours).toEqual(raw);
});

/** What a property is for Terraform, and what is in it when it is an object of the bindings. */
function readFrom(make: Make, name: string): unknown {
  const stack = stackIn(Testing.app());
  const container = make(stack, 'web', EVERYTHING);
  const value = (container as unknown as Record<string, unknown>)[name];
  return described(value, stack);
}

function described(value: unknown, stack: TerraformStack): unknown {
  if (typeof value !== 'object' || value === null) return resolve(stack, value);
  if ('internalValue' in value) {
    const block = 'get' in value ? (value as ListOfBlocks).get(0) : value;
    const properties = propertiesOf(Object.getPrototypeOf(block) as object);
    return {
      resolved: resolve(stack, value),
      content: resolve(stack, value.internalValue),
      properties: properties.map((name) => [
        name,
        name === 'internalValue' || resolve(stack, (block as Record<string, unknown>)[name]),
      ]),
    };
  }
  return resolve(stack, value);
}

function resolve(scope: TerraformStack, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

interface ListOfBlocks {
  get(index: number): unknown;
}

/** Names of the properties that the bindings declare, up to cdktf's own classes. */
function propertiesOf(prototype: object): string[] {
  const names: string[] = [];
  for (let each = prototype; each.constructor.name.startsWith('Container');) {
    const own = Object.entries(Object.getOwnPropertyDescriptors(each));
    names.push(...own.filter(([, property]) => 'get' in property).map(([name]) => name));
    each = Object.getPrototypeOf(each) as object;
  }
  return [...new Set(names)].filter((name) => !name.startsWith('_')).sort();
}
