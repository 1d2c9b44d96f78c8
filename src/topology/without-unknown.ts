/**
 * The model of one thing as the topology may show it: fields that only Terraform knows are left out,
 * and their paths are listed in `unknown`. A list of texts with one such entry is left out whole, since
 * a part of it would mislead.
 *
 * @param isUnknown - whether something stands for a value that only Terraform knows
 */
export function withoutUnknown(
  model: object & { readonly unknown: readonly string[] },
  isUnknown: (value: unknown) => boolean,
): object {
  const unknown: string[] = [...model.unknown];
  return { ...stripObject({ ...model }, '', { unknown, isUnknown }), unknown };
}

type Fields = Readonly<Record<string, unknown>>;

interface Stripping {
  readonly unknown: string[];
  readonly isUnknown: (value: unknown) => boolean;
}

function stripObject(fields: Fields, path: string, stripping: Stripping): Fields {
  const kept: Record<string, unknown> = {};
  for (const key in fields) {
    const value = stripValue(fields[key], path === '' ? key : `${path}/${key}`, stripping);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

function stripValue(value: unknown, path: string, stripping: Stripping): unknown {
  if (Array.isArray(value)) return stripList(value, path, stripping);
  if (!stripping.isUnknown(value)) {
    const isBranch = typeof value === 'object' && value !== null;
    return isBranch ? stripObject(value as Fields, path, stripping) : value;
  }
  stripping.unknown.push(path);
  return isUnknownMap(value) ? {} : undefined;
}

function isUnknownMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('resolve' in value);
}

function stripList(list: readonly unknown[], path: string, stripping: Stripping): unknown {
  const { unknown, isUnknown } = stripping;
  if (list.some((entry) => typeof entry !== 'object' && isUnknown(entry))) {
    unknown.push(path);
    return [];
  }
  const required = REQUIRED[path] ?? [];
  const whole = list.filter((entry) => !required.some((key) => isUnknown((entry as Fields)[key])));
  if (whole.length < list.length) unknown.push(path);
  return whole.map((entry, index) => stripValue(entry, `${path}/${String(index)}`, stripping));
}

/** Fields without which an entry of a list says nothing: such an entry is left out whole. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  attachments: ['network'],
  publish: ['containerPort', 'protocol'],
  listens: ['port', 'protocol'],
  extraHosts: ['host', 'address'],
  files: ['path'],
  devices: ['hostPath', 'containerPath', 'permissions'],
  ulimits: ['name', 'soft', 'hard'],
};
