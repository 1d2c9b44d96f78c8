import { ConfigError } from '../../errors';
import { show } from '../../expect';
import { Attributes, type Marks } from './attributes';
import { configKey, type Configuration, type ResourceConfig } from './configuration';
import type { Scope } from './references';
import { isObject, listAt, objectAt, own, pointer, textAt, type JsonObject } from '../json-value';

/** One resource or data source of a plan or state. */
export interface Resource {
  /** Terraform's address, unique in a plan. */
  readonly address: string;

  /** For instance `docker_container`. */
  readonly type: string;
  readonly isData: boolean;
  readonly attributes: Attributes;

  /** How it is written; absent: not known, as in a state. */
  readonly config: ResourceConfig | undefined;

  /** Where its expressions stand; absent with {@link config}. */
  readonly scope: Scope | undefined;

  /** Place in the file, for messages. */
  readonly at: string;
}

/**
 * The Docker resources and data sources of a plan, as they will be, or of a state, as they are.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readResources(
  document: JsonObject,
  configuration: Configuration | undefined,
  at: string,
): Resource[] {
  const reading: Reading = { configuration, changes: changesOf(document, at), found: new Map() };
  for (const path of [['planned_values'], ['values'], ['prior_state', 'values']]) {
    const place = path.reduce(pointer, at);
    const parent = path
      .slice(0, -1)
      .reduce<JsonObject>((value, key) => objectAt(value, key, at), document);
    const values = objectAt(parent, path.at(-1) ?? '', at);
    const root = objectAt(values, 'root_module', place);
    const isPrior = path.length > 1;
    readModule(
      root,
      { modules: [], prefix: '', at: pointer(place, 'root_module'), isPrior },
      reading,
    );
  }
  return [...reading.found.values()];
}

interface Reading {
  readonly configuration: Configuration | undefined;
  readonly changes: ReadonlyMap<string, JsonObject>;
  readonly found: Map<string, Resource>;
}

interface Place {
  readonly modules: readonly string[];
  readonly prefix: string;
  readonly at: string;

  /** Of what was there before, only data sources count: they are read before the plan is made. */
  readonly isPrior: boolean;
}

function changesOf(document: JsonObject, at: string): ReadonlyMap<string, JsonObject> {
  const changes = new Map<string, JsonObject>();
  for (const entry of listAt(document, 'resource_changes', at)) {
    const place = pointer(at, 'resource_changes');
    const address = textAt(entry, 'address', place);
    if (address === undefined || own(entry, 'deposed') !== undefined) continue;
    changes.set(address, objectAt(entry, 'change', place));
  }
  return changes;
}

function readModule(module: JsonObject, place: Place, reading: Reading): void {
  for (const [index, entry] of listAt(module, 'resources', place.at).entries()) {
    const at = pointer(pointer(place.at, 'resources'), index);
    if (!isObject(entry)) throw notAnObject(at);
    if (place.isPrior && textAt(entry, 'mode', at) !== 'data') continue;
    const resource = readResource(entry, { ...place, at }, reading);
    if (resource !== undefined) addResource(resource, place, reading);
  }
  for (const [index, child] of listAt(module, 'child_modules', place.at).entries()) {
    const at = pointer(pointer(place.at, 'child_modules'), index);
    if (!isObject(child)) throw notAnObject(at);
    const address = textAt(child, 'address', at) ?? '';
    const modules = [...address.matchAll(MODULE)].map(([, name = '']) => name);
    readModule(child, { ...place, modules, prefix: `${address}.`, at }, reading);
  }
}

/** What is planned comes before what was read. */
function addResource(resource: Resource, { isPrior }: Place, { found }: Reading): void {
  const { address, at } = resource;
  if (!found.has(address)) found.set(address, resource);
  else if (!isPrior) {
    throw new ConfigError('SOURCE_MALFORMED', {
      at,
      problem: `the address ${show(address)} is used twice`,
      fix: 'write the file again with terraform show -json',
    });
  }
}

const MODULE = /(?:^|\.)module\.([\w-]+)/g;

function notAnObject(at: string): ConfigError {
  return new ConfigError('SOURCE_MALFORMED', {
    at,
    problem: 'there is something else than an object',
    fix: 'write the file again with terraform show -json',
  });
}

function readResource(
  entry: JsonObject,
  { modules, prefix, at }: Place,
  { configuration, changes }: Reading,
): Resource | undefined {
  const type = textAt(entry, 'type', at) ?? '';
  const name = textAt(entry, 'name', at) ?? '';
  const address = textAt(entry, 'address', at);
  if (address === undefined || !type.startsWith('docker_')) return undefined;
  const isData = textAt(entry, 'mode', at) === 'data';
  const key = configKey(isData ? [...modules, 'data'] : modules, type, name);
  const config = configuration?.resources.get(key);
  const index = indexText(own(entry, 'index'));
  return {
    address,
    type,
    isData,
    attributes: readAttributes(entry, { type, config, change: changes.get(address) ?? {}, at }),
    config,
    scope: config === undefined ? undefined : { prefix, module: config.module, index },
    at,
  };
}

function indexText(index: unknown): string {
  if (typeof index === 'number') return `[${String(index)}]`;
  return typeof index === 'string' ? `["${index}"]` : '';
}

interface Described {
  readonly type: string;
  readonly config: ResourceConfig | undefined;
  readonly change: JsonObject;
  readonly at: string;
}

function readAttributes(entry: JsonObject, { type, config, change, at }: Described): Attributes {
  const values = objectAt(entry, 'values', at);
  const marks: Marks = {
    unknown: own(change, 'after_unknown'),
    sensitive: bothMarks(own(entry, 'sensitive_values'), own(change, 'after_sensitive')),
  };
  const place = pointer(at, 'values');
  if (config === undefined) return new Attributes(values, marks, place);
  const isLeftOut = (key: string): boolean =>
    own(entry, 'mode') !== 'data' &&
    COMPUTED[type]?.includes(key) === true &&
    own(config.expressions, key) === undefined;
  return new Attributes(
    omit(values, (key) => isLeftOut(key) && !BLOCKS.has(key)),
    { ...marks, unknown: omit(marks.unknown, isLeftOut) },
    place,
  );
}

/**
 * What the provider fills in where the definition says nothing: that is not the definition's, and no
 * value that only Terraform knows.
 */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  docker_container: [
    'command',
    'entrypoint',
    'env',
    'healthcheck',
    'hostname',
    'init',
    'ipc_mode',
    'labels',
    'log_driver',
    'platform',
    'runtime',
    'security_opts',
    'shm_size',
    'stop_signal',
    'stop_timeout',
  ],
  docker_network: ['driver', 'internal', 'ipam_config', 'options'],
  docker_volume: ['driver'],
};

/** Blocks may also come from a `dynamic` block, which a plan does not show: a known one counts. */
const BLOCKS: ReadonlySet<string> = new Set(['healthcheck', 'ipam_config', 'labels']);

function omit(object: unknown, isLeftOut: (key: string) => boolean): JsonObject {
  if (!isObject(object)) return {};
  return Object.fromEntries(Object.entries(object).filter(([key]) => !isLeftOut(key)));
}

/** A value is sensitive when either says so. */
function bothMarks(a: unknown, b: unknown): unknown {
  if (a === true || b === true) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    const [one, two] = [asList(a), asList(b)];
    const length = Math.max(one.length, two.length);
    return Array.from({ length }, (_, index) => bothMarks(one[index], two[index]));
  }
  if (!isObject(a) || !isObject(b)) return a ?? b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].map((key) => [key, bothMarks(own(a, key), own(b, key))]));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
