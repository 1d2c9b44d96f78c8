import { containerLabelsToHclTerraform } from '@cdktf/provider-docker/lib/container';
import type { Attributes } from './recreation';

/** An attribute in cdktf's description of HCL. */
interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

/** Adds a label to the description of a container in HCL. */
export function addHclLabel(
  attributes: Record<string, unknown>,
  label: string,
  value: string,
): void {
  const labels = attributes['labels'] as HclAttribute | undefined;
  const known = labels?.value ?? [];
  if (!Array.isArray(known)) return;
  attributes['labels'] = {
    isBlock: true,
    type: 'set',
    storageClassType: 'ContainerLabelsList',
    value: [...(known as unknown[]), containerLabelsToHclTerraform({ label, value })],
  };
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
