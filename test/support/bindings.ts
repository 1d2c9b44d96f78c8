import { readFileSync } from 'node:fs';
import * as ts from 'typescript';

/** What kind of value an attribute of the provider's bindings takes. */
export type AttributeKind =
  | 'text'
  | 'number'
  | 'flag'
  | 'texts'
  | 'map'
  | { readonly block: string; readonly isList: boolean };

/** One attribute of an interface of the bindings, by its name there. */
export interface BindingsAttribute {
  readonly name: string;
  readonly kind: AttributeKind;
  readonly isRequired: boolean;
}

/** The interfaces of a resource's bindings by name, each with its attributes. */
export type Bindings = ReadonlyMap<string, readonly BindingsAttribute[]>;

/** Reads the declarations of `@cdktf/provider-docker/lib/<resource>`; syntax alone, no types. */
export function readBindings(resource: string): Bindings {
  const file = require.resolve(`@cdktf/provider-docker/lib/${resource}/index.d.ts`);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const found = new Map<string, readonly BindingsAttribute[]>();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const members = statement.members.filter((member) => ts.isPropertySignature(member));
    found.set(
      statement.name.text,
      members.map((member) => readAttribute(member, source)),
    );
  }
  return found;
}

/** Paths of every attribute under the interface, blocks and what is in them: `mounts.bindOptions.propagation`. */
export function attributePaths(bindings: Bindings, root: string): string[] {
  return (bindings.get(root) ?? []).flatMap(({ name, kind }) => {
    if (typeof kind === 'string') return [name];
    const inner = attributePaths(bindings, kind.block).map((path) => `${name}.${path}`);
    return inner.length === 0 ? [name] : inner;
  });
}

/** Terraform's spelling of a name in the bindings: `cpuSet` is `cpu_set`. */
export function terraformName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function readAttribute(member: ts.PropertySignature, source: ts.SourceFile): BindingsAttribute {
  const type = (member.type?.getText(source) ?? '').replace(' | cdktf.IResolvable', '');
  return {
    name: member.name.getText(source),
    kind: kindOf(type),
    isRequired: member.questionToken === undefined,
  };
}

function kindOf(type: string): AttributeKind {
  if (type === 'string') return 'text';
  if (type === 'number') return 'number';
  if (type === 'boolean') return 'flag';
  if (type === 'string[]') return 'texts';
  if (/^\{\s*\[key: string\]: string;?\s*\}$/.test(type)) return 'map';
  const block = /^([A-Z]\w*)(\[\])?$/.exec(type);
  if (block?.[1] !== undefined) return { block: block[1], isList: block[2] !== undefined };
  throw new TypeError(`the bindings have a type that this test does not know: ${type}`);
}
