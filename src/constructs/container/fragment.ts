import { Token, type IPostProcessor, type IResolvable, type IResolveContext } from 'cdktf';
import { resolveText } from './resolve-text';

/**
 * A part of the plan that makes and resolves itself, so that cdktf does not walk every key and value
 * of it in each of its three passes; for thousands of containers that is most of the time a synth
 * takes.
 *
 * Its fields are private: cdktf looks for tokens in every key of an object that it is handed.
 */
export class Fragment implements IResolvable {
  readonly #write: (context: IResolveContext) => unknown;

  /**
   * A part of the plan that is made when cdktf comes to it.
   *
   * @param write makes the content without tokens in it
   */
  constructor(write: (context: IResolveContext) => unknown) {
    this.#write = write;
  }

  get creationStack(): string[] {
    return [];
  }

  resolve(context: IResolveContext): undefined {
    context.registerPostProcessor(new Resolved(this.#write(context)));
    return undefined;
  }

  toString(): string {
    return Token.asString(this);
  }
}

/**
 * Content without tokens in it. It says so to cdktf, which otherwise walks the finished plan once
 * more.
 */
export class Resolved implements IResolvable, IPostProcessor {
  readonly #content: unknown;

  constructor(content: unknown) {
    this.#content = content;
  }

  get creationStack(): string[] {
    return [];
  }

  resolve(context: IResolveContext): undefined {
    context.registerPostProcessor(this);
    return undefined;
  }

  postProcess(): unknown {
    return this.#content;
  }

  toString(): string {
    return Token.asString(this);
  }
}

/**
 * Text that cdktf may change or refuse: there is a marker in it, an escape, something like an encoded
 * number, or what stands for a value of a map. It hands on every other text as it is.
 */
const MAY_HOLD_TOKEN = /[${}#&%\\]|[-|\d.+]e[-|\d.eE+]|Map Token Value/;

/** Read once: cdktf's index hands out its classes by getters. */
const { NUMBER_MAP_TOKEN_VALUE } = Token;

function mayBeToken(value: number): boolean {
  return !Number.isSafeInteger(value) || value === NUMBER_MAP_TOKEN_VALUE;
}

function isListToken(entry: unknown): boolean {
  if (typeof entry === 'string') return entry.includes('#{TfToken[');
  return typeof entry === 'number' && !Number.isSafeInteger(entry);
}

/** Whether the value is an object that only holds data: no class, no token. */
export function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype && !('resolve' in value);
}

/** Resolves the tokens in plain data for what they do; false when there is something else in it. */
export function visitTokens(value: unknown, context: IResolveContext): boolean {
  switch (typeof value) {
    case 'string':
      if (MAY_HOLD_TOKEN.test(value)) resolveText(value, context);
      return true;
    case 'number':
      if (mayBeToken(value)) context.resolve(value);
      return true;
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? visitList(value, context) : visitObject(value, context);
    default:
      return typeof value !== 'function';
  }
}

function visitList(list: readonly unknown[], context: IResolveContext): boolean {
  for (const entry of list) {
    if (!isListToken(entry)) continue;
    context.resolve(list);
    return true;
  }
  for (const entry of list) if (!visitTokens(entry, context)) return false;
  return true;
}

function visitObject(value: object, context: IResolveContext): boolean {
  if (!isPlain(value)) return false;
  for (const key in value) {
    if (MAY_HOLD_TOKEN.test(key) || !visitTokens(value[key], context)) return false;
  }
  return true;
}

/** The value as cdktf resolves it; only what can hold a token is handed to cdktf. */
export function resolveValue(value: unknown, context: IResolveContext): unknown {
  switch (typeof value) {
    case 'string':
      return MAY_HOLD_TOKEN.test(value) ? resolveText(value, context) : value;
    case 'number':
      return mayBeToken(value) ? context.resolve(value) : value;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? resolveList(value, context) : resolveObject(value, context);
    case 'undefined':
    case 'boolean':
      return value;
    default:
      return context.resolve(value);
  }
}

function resolveList(list: readonly unknown[], context: IResolveContext): unknown {
  const result: unknown[] = [];
  for (const entry of list) {
    if (isListToken(entry)) return context.resolve(list);
    const resolved = resolveValue(entry, context);
    if (resolved !== undefined) result.push(resolved);
  }
  return result;
}

function resolveObject(value: object, context: IResolveContext): unknown {
  if (!isPlain(value)) return context.resolve(value);
  const result: Record<string, unknown> = {};
  for (const key in value) {
    if (MAY_HOLD_TOKEN.test(key)) return context.resolve(value);
    const resolved = resolveValue(value[key], context);
    if (resolved !== undefined) result[key] = resolved;
  }
  return result;
}
