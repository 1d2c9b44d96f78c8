import type { Container as RawContainer } from '@cdktf/provider-docker/lib/container';
import { type ContainerConfig } from '@cdktf/provider-docker/lib/container';
import { TerraformVariable, Token, type TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { CONTAINER_ATTRIBUTES } from '../../../src/constructs/container/container-attributes';
import {
  readBindings,
  terraformName,
  type AttributeKind,
  type BindingsAttribute,
} from '../../support/bindings';
import { expectSamePlan, LEAST, stackIn, type Make } from '../../support/contract';
import { blockOf, edgeSamplesOf, sampleOf } from '../../support/samples';

const bindings = readBindings('container');
const attributes = bindings.get('ContainerConfig') ?? [];
const blocks = attributes.flatMap(({ name, kind }) =>
  typeof kind === 'string' ? [] : [{ name, kind }],
);

test('has every attribute of the bindings and no other', () => {
  expect([...CONTAINER_ATTRIBUTES.keys()].sort()).toEqual(
    attributes.map(({ name }) => name).sort(),
  );
});

test.each(attributes)('names $name as the bindings do', ({ name }) => {
  expect(CONTAINER_ATTRIBUTES.get(name)?.name).toBe(terraformName(name));
});

test.each(attributes)('writes $name as the bindings do', ({ name, kind }) => {
  expectSamePlan((app, make) => {
    const stack = stackIn(app);
    const values = [sampleOf(kind, name, bindings), ...edgeSamplesOf(kind)];
    for (const [index, value] of values.entries()) {
      make(stack, `web${String(index)}`, { ...LEAST, [name]: value });
    }
  });
});

test.each(attributes)('writes tokens in $name as the bindings do', ({ name, kind }) => {
  expectSamePlan((app, make) => {
    const other = stackIn(app, 'other');
    const shop = stackIn(app);
    make(shop, 'own', { ...LEAST, [name]: tokenSampleOf(kind, variableIn(shop)) });
    make(shop, 'foreign', { ...LEAST, [name]: tokenSampleOf(kind, variableIn(other)) });
  });
});

test.each(attributes)('lets $name be set and reset as the bindings do', ({ name, kind }) => {
  expectSamePlan((app, make) => {
    const stack = stackIn(app);
    const value = sampleOf(kind, name, bindings);
    write(make(stack, 'added', LEAST), name, kind, value);
    write(make(stack, 'changed', { ...LEAST, [name]: value }), name, kind, edgeSamplesOf(kind)[0]);
    reset(make(stack, 'removed', { ...LEAST, [name]: value }), name);
  });
});

const inner = blocks.flatMap(({ name, kind }) => innerCases(name, kind.block));

test.each(inner)('writes $path as the bindings do', ({ block, attribute, path, kind }) => {
  expectSamePlan((app, make) => {
    const stack = stackIn(app);
    const least = blockOf(bindings.get(block) ?? [], bindings, attribute.name);
    const values = [least[attribute.name], ...edgeSamplesOf(attribute.kind)];
    const tokens = tokenSampleOf(attribute.kind, variableIn(stack));
    for (const [index, value] of [...values, tokens].entries()) {
      makeWithBlock(make, stack, `web${String(index)}`, {
        path,
        block: { ...least, [attribute.name]: value },
        kind,
      });
    }
  });
});

interface InnerCase {
  readonly path: string;
  readonly block: string;
  readonly attribute: BindingsAttribute;

  /** Of the blocks around it, from the outside in. */
  readonly kind: readonly boolean[];
}

function innerCases(path: string, block: string, around: readonly boolean[] = []): InnerCase[] {
  const isList = attributes.some(
    ({ name, kind }) => name === path && typeof kind !== 'string' && kind.isList,
  );
  const kind = around.length === 0 ? [isList] : around;
  return (bindings.get(block) ?? []).flatMap((attribute) => {
    const own = { path: `${path}.${attribute.name}`, block, attribute, kind };
    if (typeof attribute.kind === 'string') return [own];
    const further = [...kind, attribute.kind.isList];
    return [own, ...innerCases(own.path, attribute.kind.block, further)];
  });
}

/** Makes a container with the block at its place, inside the blocks that are around it. */
function makeWithBlock(
  make: Make,
  scope: Construct,
  id: string,
  { path, block, kind }: { path: string; block: unknown; kind: readonly boolean[] },
): void {
  const names = path.split('.').slice(0, -1);
  const value = names.reduceRight<unknown>((content, name, depth) => {
    const wrapped = kind[depth] === true ? [content] : content;
    return { ...requiredAround(names.slice(0, depth)), [name]: wrapped };
  }, block);
  make(scope, id, { ...LEAST, ...(value as Partial<ContainerConfig>) });
}

function requiredAround(names: readonly string[]): object {
  return names.length === 0 ? {} : { target: '/data', type: 'volume' };
}

function variableIn(stack: TerraformStack): TerraformVariable {
  const known = stack.node.tryFindChild('variable');
  return known instanceof TerraformVariable
    ? known
    : new TerraformVariable(stack, 'variable', { type: 'any' });
}

/** The sample with a token in every place that may hold one. */
function tokenSampleOf(kind: AttributeKind, from: TerraformVariable): unknown {
  if (typeof kind !== 'string') {
    const entries = (bindings.get(kind.block) ?? []).map((inside) => [
      inside.name,
      tokenSampleOf(inside.kind, from),
    ]);
    const block: unknown = Object.fromEntries(entries);
    return kind.isList ? [block] : block;
  }
  switch (kind) {
    case 'text':
      return `before ${from.stringValue} after ${String(from.numberValue)}`;
    case 'number':
      return from.numberValue;
    case 'flag':
      return from.booleanValue;
    case 'texts':
      return from.listValue;
    case 'map':
      return Token.asStringMap(from.value);
  }
}

function write(container: RawContainer, name: string, kind: AttributeKind, value: unknown): void {
  if (typeof kind === 'string') Object.assign(container, { [name]: value });
  else methodOf(container, `put${capitalized(name)}`).call(container, value);
}

function reset(container: RawContainer, name: string): void {
  if (name === 'name' || name === 'image') return;
  methodOf(container, `reset${capitalized(name)}`).call(container);
}

function methodOf(container: RawContainer, name: string): (value?: unknown) => void {
  return (container as unknown as Record<string, (value?: unknown) => void>)[name]!;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
