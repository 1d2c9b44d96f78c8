import type { Attributes } from './attributes';
import { constantOf, referencesOf } from './configuration';
import { HIDDEN } from './masked';
import { own, type JsonObject } from '../json-value';

/** A block's values, and how it is written when that is known. */
export interface MatchedBlock {
  readonly values: Attributes;
  readonly expressions: JsonObject | undefined;
}

/** Most blocks that are told apart; a container with more of them is no real one. */
const MOST = 100;

/**
 * Terraform keeps many blocks as sets, in an order of its own: finds for each the expressions it was
 * written with, and gives them in the order in which they are written. As they come when the two do not
 * fit together, as with `dynamic` blocks.
 */
export function matchBlocks(
  blocks: readonly Attributes[] | typeof HIDDEN,
  written: readonly JsonObject[],
): readonly MatchedBlock[] {
  if (blocks === HIDDEN) return [];
  const unmatched = blocks.map((values) => ({ values, expressions: undefined }));
  if (blocks.length === 0 || blocks.length > MOST || written.length > MOST) return unmatched;
  const owners = assign(blocks, written);
  if (owners === undefined) return unmatched;
  return written.flatMap((expressions, index) => {
    const owner = owners.get(index);
    return owner === undefined ? [] : [{ values: owner, expressions }];
  });
}

/** A written block for each value, as a matching of the two; nothing when there is none. */
function assign(
  blocks: readonly Attributes[],
  written: readonly JsonObject[],
): ReadonlyMap<number, Attributes> | undefined {
  const owners = new Map<number, Attributes>();
  const place = (block: Attributes, tried: Set<number>): boolean => {
    for (const [index, expressions] of written.entries()) {
      if (tried.has(index) || !fits(block, expressions)) continue;
      tried.add(index);
      const owner = owners.get(index);
      if (owner !== undefined && !place(owner, tried)) continue;
      owners.set(index, block);
      return true;
    }
    return false;
  };
  return blocks.every((block) => place(block, new Set())) ? owners : undefined;
}

function fits(block: Attributes, expressions: JsonObject): boolean {
  const names = new Set([...block.names, ...Object.keys(expressions)]);
  return [...names].every((name) => fitsExpression(block, name, own(expressions, name)));
}

function fitsExpression(block: Attributes, name: string, expression: unknown): boolean {
  if (block.isUnknown(name)) return referencesOf(expression).length > 0;
  const value = block.raw(name);
  if (expression === undefined) return isEmpty(value);
  const constant = constantOf(expression);
  if (constant === undefined || referencesOf(expression).length > 0) return true;
  return isSame(value, constant);
}

/** What the provider has for an attribute that nobody wrote. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === '' || value === false || value === 0;
}

/** Whether the two are the same, lists in any order, and numbers as text. */
function isSame(value: unknown, constant: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(constant)) {
    const entries = new Set(value.map(textOf));
    const written = new Set(constant.map(textOf));
    return written.size === entries.size && [...written].every((entry) => entries.has(entry));
  }
  return (isEmpty(value) && isEmpty(constant)) || textOf(value) === textOf(constant);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
