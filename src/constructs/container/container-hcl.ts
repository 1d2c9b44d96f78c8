import { containerLabelsToHclTerraform } from '@cdktf/provider-docker/lib/container';
import type { IResolvable } from 'cdktf';
import { Fragment } from './fragment';
import { hashLabel, withLabel, type Attributes } from './recreation';

/** An attribute in cdktf's description of HCL. */
interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

/** Adds the label with the hash to the description of a container in HCL. */
export function addHclLabel(attributes: Record<string, unknown>, hash: IResolvable): void {
  const label = hashLabel(hash.toString());
  const { labels } = attributes;
  // An override stands there as it was written.
  if (isOverride(labels)) {
    attributes['labels'] = withLabel(labels, label);
    return;
  }
  if (isDynamic(labels)) {
    attributes['dynamic'] = { ...(attributes['dynamic'] as object), labels: labels.dynamic.value };
  }
  const { value } = (labels ?? {}) as Partial<HclAttribute>;
  const block = containerLabelsToHclTerraform(label) as object;
  attributes['labels'] = {
    isBlock: true,
    type: 'set',
    storageClassType: 'ContainerLabelsList',
    value: new Fragment((context) => context.resolve(withLabel(context.resolve(value), block))),
  };
}

function isOverride(labels: unknown): boolean {
  if (Array.isArray(labels)) return true;
  return typeof labels === 'object' && labels !== null && !('isBlock' in labels);
}

function isDynamic(labels: unknown): labels is { readonly dynamic: { readonly value: unknown } } {
  return typeof labels === 'object' && labels !== null && 'dynamic' in labels;
}

/** Adds what newer providers know and the bindings do not: whole attributes, and those of blocks. */
export function addHclExtras(
  attributes: Record<string, unknown>,
  extra: Attributes,
  json: Attributes,
): void {
  for (const [name, value] of Object.entries(extra)) attributes[name] = hclAttribute(value);
  for (const block of ['networks_advanced', 'volumes']) {
    const described = attributes[block] as HclAttribute | undefined;
    const written = json[block];
    if (!Array.isArray(described?.value) || !Array.isArray(written)) continue;
    const list = described.value as Record<string, unknown>[];
    for (const [index, item] of list.entries()) addMissing(item, (written as Attributes[])[index]);
  }
}

function addMissing(item: Record<string, unknown>, written: Attributes | undefined): void {
  for (const [name, value] of Object.entries(written ?? {})) {
    if (item[name] === undefined && value !== undefined) item[name] = hclAttribute(value);
  }
}

function hclAttribute(value: unknown): HclAttribute {
  const isList = Array.isArray(value);
  return {
    value,
    isBlock: false,
    type: isList ? 'list' : 'simple',
    storageClassType: isList ? 'stringList' : typeof value,
  };
}
