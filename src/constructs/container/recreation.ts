import { createHash } from 'node:crypto';
import { splitTemplate } from './template';

/** Label whose change makes Terraform replace the container. */
export const RECREATION_LABEL = 'portolan.recreate';

/** A block of `docker_container` as Terraform has it. */
export type Attributes = Readonly<Record<string, unknown>>;

/**
 * Changes of these attributes the provider plans in place and then does not make.
 * New entries never change the hash of containers that do not set them.
 */
const NOT_APPLIED = ['cpu_period', 'cpu_quota', 'healthcheck', 'init', 'mounts', 'start', 'tmpfs'];

/** Taking these attributes away goes unseen: the provider keeps what it read back. */
const REMOVAL_UNSEEN = [
  'command',
  'cpu_set',
  'cpu_shares',
  'entrypoint',
  'env',
  'hostname',
  'ipc_mode',
  'log_driver',
  'memory',
  'memory_reservation',
  'memory_swap',
  'runtime',
  'security_opts',
  'shm_size',
  'stop_signal',
  'stop_timeout',
];

/**
 * A hash of what the provider would not notice, so that a change of it replaces the container. It
 * is the same for the same attributes in every version of this library. What only Terraform knows
 * is hashed by Terraform.
 *
 * @param attributes as they stand in the plan, tokens resolved
 * @param ignored attributes that Terraform is told to ignore, because the provider reads them back
 * differently
 */
export function recreationHash(attributes: Attributes, ignored: readonly string[]): string {
  const expressions: string[] = [];
  const fields: string[] = [];
  const add = (name: string): void => {
    const value = attributes[name];
    if (value !== undefined) fields.push(`"${name}":${canonicalJson(value, expressions)}`);
  };
  for (const name of NOT_APPLIED) add(name);
  for (const name of ignored) if (!NOT_APPLIED.includes(name)) add(name);
  const present = presentText(attributes);
  if (present !== '') fields.push(`"present":[${present}]`);
  const hash = hashOf(`{${sorted(fields).join()}}`);
  return expressions.length === 0 ? hash : `${hash}-${hashAtApply(expressions)}`;
}

/** Names of the attributes that are there, of those whose removal goes unseen. */
function presentText(attributes: Attributes): string {
  let text = '';
  for (const name of REMOVAL_UNSEEN) {
    if (attributes[name] !== undefined) text += text === '' ? `"${name}"` : `,"${name}"`;
  }
  return text;
}

/** Mostly they are in order, and sorting makes copies. */
function sorted(texts: string[]): string[] {
  for (let index = 1; index < texts.length; index += 1) {
    if ((texts[index - 1] ?? '') > (texts[index] ?? '')) return texts.sort();
  }
  return texts;
}

/** The attributes that {@link recreationHash} looks at. */
export function pickWatched(attributes: Attributes, ignored: readonly string[]): Attributes {
  const names = [...NOT_APPLIED, ...REMOVAL_UNSEEN, ...ignored];
  return Object.fromEntries(names.map((name) => [name, attributes[name]]));
}

/** The label that holds the hash. */
export function hashLabel(hash: string): { readonly label: string; readonly value: string } {
  return { label: RECREATION_LABEL, value: hash };
}

/**
 * The labels of a container with one more. Terraform takes one block without a list, too; where an
 * expression stands in place of blocks, there is nothing to add to.
 */
export function withLabel(labels: unknown, label: object): unknown {
  if (labels === undefined) return [label];
  if (Array.isArray(labels)) return [...(labels as unknown[]), label];
  return typeof labels === 'object' ? [labels, label] : labels;
}

/** Containers are often watched for the same values; with thousands, hashing is most of it. */
const known = new Map<string, string>();

const MOST_KNOWN = 1000;

function hashOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  if (known.size < MOST_KNOWN) known.set(text, hash);
  return hash;
}

function hashAtApply(expressions: readonly string[]): string {
  return `\${substr(sha256(jsonencode([${expressions.join(', ')}])), 0, 16)}`;
}

/**
 * JSON with sorted keys, so that the order in which settings are written does not matter. Terraform's
 * expressions are taken out of it.
 */
function canonicalJson(value: unknown, expressions: string[]): string {
  if (typeof value === 'string') return canonicalText(value, expressions);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    let entries = '';
    for (const entry of value) {
      if (entries !== '') entries += ',';
      entries += canonicalJson(entry, expressions);
    }
    return `[${entries}]`;
  }
  const fields = value as Attributes;
  let text = '';
  for (const key of sorted(Object.keys(fields))) {
    if (fields[key] === undefined) continue;
    if (text !== '') text += ',';
    text += `${canonicalText(key, expressions)}:${canonicalJson(fields[key], expressions)}`;
  }
  return `{${text}}`;
}

function canonicalText(text: string, expressions: string[]): string {
  if (!text.includes('${')) return JSON.stringify(text);
  const template = splitTemplate(text);
  expressions.push(...template.expressions);
  return JSON.stringify(template.text);
}
