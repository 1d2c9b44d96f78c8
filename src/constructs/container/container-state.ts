import type { ContainerNetworkDataList } from '@cdktf/provider-docker/lib/container';
import type { IResolveContext } from 'cdktf';
import { CONTAINER_ATTRIBUTES, type Block } from './container-attributes';
import { isPlain, resolveValue, visitTokens } from './fragment';
import type { Attributes } from './recreation';

/** What the attributes of a `docker_container` are written from. */
export interface ContainerState {
  /** Values by their names in the bindings. */
  readonly values: Record<string, unknown>;

  /** Objects of the bindings that somebody asked for; they hold the values of their blocks. */
  blocks?: Map<string, Block>;

  /** The one of what Terraform alone knows, when somebody asked for it. */
  networkData?: ContainerNetworkDataList;

  /** Attributes that the bindings do not have, by Terraform's names. */
  readonly extra: Attributes | undefined;

  /** Attributes that Terraform ignores because the provider reads them back differently. */
  readonly ignored: readonly string[];
}

/** The attributes by Terraform's names, as the bindings write them: with tokens in them. */
export function writeAttributes({
  values,
  blocks,
  extra,
}: ContainerState): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const key in values) writeAttribute(attributes, key, values[key]);
  for (const [key, { internalValue }] of blocks ?? NONE) {
    writeAttribute(attributes, key, internalValue);
  }
  return Object.assign(attributes, extra);
}

function writeAttribute(attributes: Record<string, unknown>, key: string, value: unknown): void {
  const attribute = CONTAINER_ATTRIBUTES.get(key);
  if (attribute !== undefined) attributes[attribute.name] = attribute.toTerraform(value);
}

/** Whether the values are data and tokens alone, nothing that only cdktf can write. */
export function isPlainState({ values, blocks }: ContainerState): boolean {
  for (const key in values) if (!isPlainValue(values[key])) return false;
  for (const { internalValue } of blocks?.values() ?? NONE) {
    if (!isPlainValue(internalValue)) return false;
  }
  return true;
}

function isPlainValue(value: unknown): boolean {
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) || isPlain(value);
}

/** The attributes of a plain state with their tokens resolved. */
export function resolveAttributes(
  { values, blocks, extra }: ContainerState,
  context: IResolveContext,
): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const key in values) resolveAttribute(attributes, key, values[key], context);
  for (const [key, { internalValue }] of blocks ?? NONE) {
    resolveAttribute(attributes, key, internalValue, context);
  }
  for (const name in extra) attributes[name] = resolveValue(extra[name], context);
  return attributes;
}

function resolveAttribute(
  attributes: Record<string, unknown>,
  key: string,
  value: unknown,
  context: IResolveContext,
): void {
  const attribute = CONTAINER_ATTRIBUTES.get(key);
  if (attribute === undefined || value === undefined) return;
  // What is not a block the bindings write as it is.
  const written = attribute.create === undefined ? value : attribute.toTerraform(value);
  attributes[attribute.name] = resolveValue(written, context);
}

/** Resolves the tokens for what they do, as far as they stand in plain data; else false. */
export function visitState(
  { values, blocks, extra }: ContainerState,
  context: IResolveContext,
): boolean {
  for (const key in values) if (!visitTokens(values[key], context)) return false;
  for (const { internalValue } of blocks?.values() ?? NONE) {
    if (!visitTokens(internalValue, context)) return false;
  }
  return visitTokens(extra, context);
}

const NONE: readonly never[] = [];
