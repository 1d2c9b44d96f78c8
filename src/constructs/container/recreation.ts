import { createHash } from 'node:crypto';
import { Fn, Token } from 'cdktf';
import { isToken } from '../token';

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
 * is the same for the same attributes in every version of this library.
 *
 * @param ignored attributes that Terraform is told to ignore, because the provider reads them back
 * differently
 */
export function recreationHash(attributes: Attributes, ignored: readonly string[]): string {
  const watched: Record<string, unknown> = {};
  for (const name of [...NOT_APPLIED, ...ignored]) {
    if (attributes[name] !== undefined) watched[name] = attributes[name];
  }
  const present = REMOVAL_UNSEEN.filter((name) => attributes[name] !== undefined);
  if (present.length > 0) watched['present'] = present;
  const text = canonicalJson(watched);
  if (text.includes(TOKEN)) return hashAtApply(watched);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Terraform hashes what only Terraform knows. */
function hashAtApply(watched: Attributes): string {
  return Token.asString(Fn.substr(Fn.sha256(Fn.jsonencode(watched)), 0, 16));
}

/** Stands for a token in canonical text; what cdktf itself writes into text begins so, too. */
const TOKEN = '{TfToken[';

/** JSON with sorted keys, so that the order in which settings are written does not matter. */
function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return isToken(value) ? TOKEN : String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (isToken(value)) return TOKEN;
  const fields = value as Attributes;
  const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`)
    .join()}}`;
}
