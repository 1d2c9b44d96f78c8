import { isObject, listAt, objectAt, own, pointer, textAt, type JsonObject } from '../json-value';

/** A module as it is written. */
export interface ModuleConfig {
  /** The module that calls it, and what it is handed. */
  readonly caller: { readonly module: ModuleConfig; readonly inputs: JsonObject } | undefined;

  /** What the modules called in it hand out, and themselves, by their names. */
  readonly calls: ReadonlyMap<string, ModuleConfig>;

  /** Expressions of its outputs, by their names. */
  readonly outputs: JsonObject;
}

/** A resource or data source as it is written. */
export interface ResourceConfig {
  readonly module: ModuleConfig;

  /** Expressions of its attributes and blocks. */
  readonly expressions: JsonObject;

  /** Key of its provider. */
  readonly provider: string | undefined;

  /** What it must come after, as written. */
  readonly dependsOn: readonly string[];
}

/** A provider as it is written. */
interface ProviderConfig {
  readonly key: string;
  readonly alias: string | undefined;
  readonly expressions: JsonObject;
}

/** What a plan says of how it is written. */
export interface Configuration {
  readonly providers: readonly ProviderConfig[];

  /** Resources and data sources by {@link configKey}. */
  readonly resources: ReadonlyMap<string, ResourceConfig>;

  /** Values of the root module's variables, less the sensitive ones. */
  readonly variables: JsonObject;
}

/** Key of a resource, whose modules are named without their indexes. */
export function configKey(modules: readonly string[], type: string, name: string): string {
  return [...modules, type, name].join('.');
}

/**
 * Reads the parts of a plan that say how it is written; nothing for what has none, such as a state.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readConfiguration(plan: JsonObject, at: string): Configuration | undefined {
  const configuration = objectAt(plan, 'configuration', at);
  if (own(plan, 'configuration') === undefined) return undefined;
  const place = pointer(at, 'configuration');
  const resources = new Map<string, ResourceConfig>();
  const root = objectAt(configuration, 'root_module', place);
  readModule(root, { path: [], caller: undefined, at: pointer(place, 'root_module') }, resources);
  return {
    providers: readProviders(objectAt(configuration, 'provider_config', place), place),
    resources,
    variables: shownVariables(objectAt(plan, 'variables', at), own(root, 'variables')),
  };
}

/** A plan has the values of sensitive variables, too. */
function shownVariables(values: JsonObject, declared: unknown): JsonObject {
  const names = Object.keys(values).filter(
    (name) => own(own(declared, name), 'sensitive') !== true,
  );
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

function readProviders(providers: JsonObject, at: string): ProviderConfig[] {
  return Object.keys(providers)
    .filter((key) => isDocker(providers[key], key))
    .map((key) => ({
      key,
      alias: textAt(providers[key], 'alias', pointer(at, key)),
      expressions: objectAt(providers[key], 'expressions', pointer(at, key)),
    }));
}

function isDocker(provider: unknown, key: string): boolean {
  const name = own(provider, 'full_name');
  return typeof name === 'string' ? name.endsWith('/docker') : /^(?:.*:)?docker(?:\.|$)/.test(key);
}

interface ModulePlace {
  readonly path: readonly string[];
  readonly caller: ModuleConfig['caller'];
  readonly at: string;
}

function readModule(
  module: JsonObject,
  { path, caller, at }: ModulePlace,
  resources: Map<string, ResourceConfig>,
): ModuleConfig {
  const calls = new Map<string, ModuleConfig>();
  const config: ModuleConfig = { caller, calls, outputs: objectAt(module, 'outputs', at) };
  for (const resource of listAt(module, 'resources', at)) {
    const type = String(own(resource, 'type'));
    const mode = own(resource, 'mode') === 'data' ? ['data'] : [];
    const name = String(own(resource, 'name'));
    resources.set(configKey([...path, ...mode], type, name), readResource(resource, config, at));
  }
  const called = objectAt(module, 'module_calls', at);
  for (const name of Object.keys(called)) {
    const place = pointer(pointer(at, 'module_calls'), name);
    const inputs = objectAt(called[name], 'expressions', place);
    const inner = { path: [...path, name], caller: { module: config, inputs }, at: place };
    calls.set(name, readModule(objectAt(called[name], 'module', place), inner, resources));
  }
  return config;
}

function readResource(resource: unknown, module: ModuleConfig, at: string): ResourceConfig {
  return {
    module,
    expressions: objectAt(resource, 'expressions', pointer(at, 'resources')),
    provider: textAt(resource, 'provider_config_key', pointer(at, 'resources')),
    dependsOn: listAt(resource, 'depends_on', pointer(at, 'resources')).filter(
      (entry) => typeof entry === 'string',
    ),
  };
}

/** What an expression refers to, the most specific first. */
export function referencesOf(expression: unknown): readonly string[] {
  const references = own(expression, 'references');
  if (!Array.isArray(references)) return [];
  return references.filter((reference) => typeof reference === 'string');
}

/** The value of an expression that is written out, though maybe with Terraform's signs in its text. */
export function constantOf(expression: unknown): unknown {
  return own(expression, 'constant_value');
}

/** The expressions of the blocks of a name, one by one. */
export function blockExpressions(expressions: JsonObject, name: string): readonly JsonObject[] {
  const blocks = own(expressions, name);
  if (Array.isArray(blocks)) return blocks.filter(isObject);
  return isObject(blocks) ? [blocks] : [];
}

/**
 * The text of an expression: written out, or the value of the variable that it consists of.
 * Undefined when Terraform works it out.
 */
export function literalText(expression: unknown, variables: JsonObject): string | undefined {
  const constant = constantOf(expression);
  const references = referencesOf(expression);
  if (references.length === 0) return typeof constant === 'string' ? constant : undefined;
  const [name] = references;
  if (references.length > 1 || name?.startsWith('var.') !== true) return undefined;
  // Text around the variable shows only in a constant.
  if (typeof constant === 'string' && constant !== `\${${name}}`) return undefined;
  const value = own(own(variables, name.slice('var.'.length)), 'value');
  return typeof value === 'string' ? value : undefined;
}
