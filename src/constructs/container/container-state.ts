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
export function writeAttributes(state: ContainerState): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [key, value] of valuesOf(state)) {
    const attribute = CONTAINER_ATTRIBUTES.get(key);
    if (attribute !== undefined) attributes[attribute.name] = attribute.toTerraform(value);
  }
  return Object.assign(attributes, state.extra);
}

/** Whether the values are data and tokens alone, nothing that only cdktf can write. */
export function isPlainState(state: ContainerState): boolean {
  for (const [, value] of valuesOf(state)) {
    if (typeof value === 'function') return false;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if (!isPlain(value)) return false;
  }
  return true;
}

/** The attributes of a plain state with their tokens resolved. */
export function resolveAttributes(
  state: ContainerState,
  context: IResolveContext,
): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [key, value] of valuesOf(state)) {
    const attribute = CONTAINER_ATTRIBUTES.get(key);
    if (attribute === undefined) continue;
    // What is not a block the bindings write as it is.
    const written = attribute.create === undefined ? value : attribute.toTerraform(value);
    const resolved = resolveValue(written, context);
    if (resolved !== undefined) attributes[attribute.name] = resolved;
  }
  for (const name in state.extra) attributes[name] = resolveValue(state.extra[name], context);
  return attributes;
}

/** Resolves the tokens for what they do, as far as they stand in plain data; else false. */
export function visitState(state: ContainerState, context: IResolveContext): boolean {
  for (const [, value] of valuesOf(state)) if (!visitTokens(value, context)) return false;
  return visitTokens(state.extra, context);
}

/** Pairs of name and value. */
function valuesOf({ values, blocks }: ContainerState): readonly (readonly [string, unknown])[] {
  const entries: (readonly [string, unknown])[] = Object.entries(values);
  if (blocks === undefined) return entries;
  return [
    ...entries.filter(([key]) => !blocks.has(key)),
    ...[...blocks].map(([key, { internalValue }]) => [key, internalValue] as const),
  ];
}
