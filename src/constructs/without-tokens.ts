import { isToken } from './token';

/**
 * The model of a construct as the topology may show it: fields that only Terraform knows are left
 * out, and their paths are listed in `unknown`. A list of texts with one token in it is left out
 * whole, since a part of it would mislead.
 */
export function withoutTokens<T extends { readonly unknown: readonly string[] }>(model: T): T {
  if (!holdsToken(model)) return model;
  const unknown: string[] = [...model.unknown];
  const stripped = stripObject(model, '', unknown);
  return { ...stripped, unknown } as unknown as T;
}

/** Whether there is a token anywhere in plain data. */
export function holdsToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isToken(value);
  if (Array.isArray(value)) return value.some(holdsToken);
  const fields = value as Fields;
  for (const key in fields) if (holdsToken(fields[key])) return true;
  return isToken(value);
}

type Fields = Readonly<Record<string, unknown>>;

function stripObject(fields: Fields, path: string, unknown: string[]): Fields {
  const kept: Record<string, unknown> = {};
  for (const key in fields) {
    const value = stripValue(fields[key], path === '' ? key : `${path}/${key}`, unknown);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function stripValue(value: unknown, path: string, unknown: string[]): unknown {
  if (Array.isArray(value)) return stripList(value, path, unknown);
  if (!isToken(value)) {
    const isBranch = typeof value === 'object' && value !== null;
    return isBranch ? stripObject(value as Fields, path, unknown) : value;
  }
  unknown.push(path);
  return isMapToken(value) ? {} : undefined;
}

function isMapToken(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('resolve' in value);
}

function stripList(list: readonly unknown[], path: string, unknown: string[]): unknown {
  if (list.some((entry) => typeof entry !== 'object' && isToken(entry))) {
    unknown.push(path);
    return [];
  }
  const whole = list.filter((entry) => !lacks(entry, REQUIRED[path] ?? []));
  if (whole.length < list.length) unknown.push(path);
  return whole.map((entry, index) => stripValue(entry, `${path}/${String(index)}`, unknown));
}

/** Fields without which an entry of a list says nothing: such an entry is left out whole. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  publish: ['containerPort'],
  listens: ['port'],
  extraHosts: ['host', 'address'],
  files: ['path'],
  devices: ['hostPath', 'containerPath', 'permissions'],
};

function lacks(entry: unknown, fields: readonly string[]): boolean {
  return fields.some((field) => isToken((entry as Fields)[field]));
}
