import { referencesOf, type ModuleConfig } from './configuration';
import { own } from '../json-value';

/** Where an expression stands: in a resource's module, for one instance of both. */
export interface Scope {
  /** Address of the module instance with a final dot: `module.web["a"].`; empty for the root. */
  readonly prefix: string;
  readonly module: ModuleConfig;

  /** Index of the resource's instance: `[0]`, `["a"]`; empty for the only one. */
  readonly index: string;
}

/** Deepest chain of module inputs and outputs that is followed. */
const MAX_STEPS = 50;

/** `docker_network.back`, `data.docker_network.lan["a"]`. */
const RESOURCE = /^((?:data\.)?[a-z0-9_]+\.[\w-]+)(\[(?:\d+|"[^"]*")\])?/i;

/**
 * Addresses of resources that an expression refers to, through the inputs and outputs of modules, the
 * most specific first. Which of several instances is meant shows in the reference, or is that of the
 * same index.
 */
export function targetsOf(expression: unknown, scope: Scope): string[] {
  return resolveAll(referencesOf(expression), scope, MAX_STEPS);
}

/** The same for references as they are written. */
export function targetsOfReferences(references: readonly string[], scope: Scope): string[] {
  return resolveAll(references, scope, MAX_STEPS);
}

function resolveAll(references: readonly string[], scope: Scope, steps: number): string[] {
  if (steps === 0) return [];
  const isEach = references.some((name) => name.startsWith('each.') || name === 'count.index');
  const found = references.flatMap((reference) => resolve(reference, scope, { isEach, steps }));
  return [...new Set(found)];
}

interface Resolution {
  readonly isEach: boolean;
  readonly steps: number;
}

function resolve(reference: string, scope: Scope, { isEach, steps }: Resolution): string[] {
  const [, variable] = /^var\.([\w-]+)/.exec(reference) ?? [];
  if (variable !== undefined) return resolveInput(variable, scope, steps - 1);
  const [, call, callIndex = '', output] = OUTPUT.exec(reference) ?? [];
  if (call !== undefined && output !== undefined) {
    return resolveOutput({ call, index: callIndex, output }, scope, steps - 1);
  }
  return NO_RESOURCE.test(reference) ? [] : resolveResource(reference, scope, isEach);
}

function resolveResource(reference: string, { prefix, index }: Scope, isEach: boolean): string[] {
  const [, base, instance] = RESOURCE.exec(reference) ?? [];
  if (base === undefined) return [];
  if (instance !== undefined) return [`${prefix}${base}${instance}`];
  return [...(isEach ? [`${prefix}${base}${index}`] : []), `${prefix}${base}`];
}

const NO_RESOURCE = /^(?:local|each|count|path|terraform|module)\./;

/** `module.web.network`, `module.web["a"].network`. */
const OUTPUT = /^module\.([\w-]+)(\[(?:\d+|"[^"]*")\])?\.([\w-]+)/;

interface OutputName {
  readonly call: string;
  readonly index: string;
  readonly output: string;
}

function resolveInput(name: string, { prefix, module }: Scope, steps: number): string[] {
  const { caller } = module;
  if (caller === undefined || !Object.hasOwn(caller.inputs, name)) return [];
  const outer: Scope = { prefix: outerPrefix(prefix), module: caller.module, index: '' };
  return resolveAll(referencesOf(caller.inputs[name]), outer, steps);
}

function resolveOutput({ call, index, output }: OutputName, scope: Scope, steps: number): string[] {
  const module = scope.module.calls.get(call);
  if (module === undefined) return [];
  const references = referencesOf(own(own(module.outputs, output), 'expression'));
  const prefix = `${scope.prefix}module.${call}${index}.`;
  return resolveAll(references, { prefix, module, index: '' }, steps);
}

/** The prefix of the module around: one `module.name[index].` less. */
function outerPrefix(prefix: string): string {
  return prefix.replace(/module\.[\w-]+(?:\[(?:\d+|"[^"]*")\])?\.$/, '');
}
