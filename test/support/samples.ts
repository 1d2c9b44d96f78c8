import type { AttributeKind, Bindings, BindingsAttribute } from './bindings';

/** A value for every kind of attribute; blocks have all of theirs. */
export function sampleOf(kind: AttributeKind, name: string, bindings: Bindings): unknown {
  if (typeof kind !== 'string') {
    const block = blockOf(bindings.get(kind.block) ?? [], bindings);
    return kind.isList ? [block, block] : block;
  }
  switch (kind) {
    case 'text':
      return `some ${name}`;
    case 'number':
      return 7;
    case 'flag':
      return true;
    case 'texts':
      return [`first ${name}`, `second ${name}`];
    case 'map':
      return { first: `some ${name}`, second: '' };
  }
}

/** Values at the edge of each kind: empty, zero, false, with signs that mean something to cdktf. */
export function edgeSamplesOf(kind: AttributeKind): readonly unknown[] {
  if (typeof kind !== 'string') return kind.isList ? [[], undefined] : [{}, undefined];
  switch (kind) {
    case 'text':
      return ['', '$' + '{HOME}', '$$' + '{HOME}', '%{ if true }', 'a\\b', '1e5', 'a#b&c"d', 'ünï'];
    case 'number':
      return [0, -1, 1.5, 2 ** 40, Number.MAX_SAFE_INTEGER];
    case 'flag':
      return [false];
    case 'texts':
      return [[], [''], ['$' + '{HOME}', '1e5']];
    case 'map':
      return [{}, { 'a.b/c': '$' + '{HOME}', '1e5': '2e5', 'a b': '' }];
  }
}

/** A block with all its attributes, or with the required ones and the named one. */
export function blockOf(
  attributes: readonly BindingsAttribute[],
  bindings: Bindings,
  only?: string,
): Record<string, unknown> {
  const wanted = attributes.filter(
    ({ name, isRequired }) => only === undefined || isRequired || name === only,
  );
  return Object.fromEntries(wanted.map(({ name, kind }) => [name, sampleOf(kind, name, bindings)]));
}
