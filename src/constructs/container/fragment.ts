import { Token, type IPostProcessor, type IResolvable, type IResolveContext } from 'cdktf';

/**
 * A resource's part of the plan, resolved by looking only at the values that can hold a token. cdktf
 * walks every key and value of every resource three times over; for thousands of containers that
 * is most of the time a synth takes. The result is the same.
 */
export class Fragment implements IResolvable {
  readonly creationStack: string[] = [];

  /**
   * A part of the plan that is made when it is needed.
   *
   * @param sources everything the content is made of
   * @param content how the part of the plan is made, and finished when its tokens are resolved
   */
  constructor(
    private readonly sources: readonly unknown[],
    private readonly content: {
      readonly write: () => unknown;
      readonly seal: (resolved: unknown) => object;
    },
  ) {}

  /**
   * The first pass only looks for references to other stacks, so it needs the tokens in what the
   * user gave, and no plan.
   */
  resolve(context: IResolveContext): undefined {
    if (context.preparing && this.sources.every((source) => visitTokens(source, context))) {
      return undefined;
    }
    const sealed = this.content.seal(resolveValue(this.content.write(), context));
    const result: IPostProcessor = { postProcess: () => sealed };
    context.registerPostProcessor(result);
    return undefined;
  }

  toString(): string {
    return Token.asString(this);
  }
}

/**
 * An object without tokens in it. It says so to cdktf, which otherwise walks the finished plan once
 * more.
 */
export class Resolved {
  /** `content` without a walk through it. */
  static of<T extends object>(content: T): T {
    return Object.assign(new Resolved(), content);
  }

  get creationStack(): string[] {
    return [];
  }

  resolve(context: IResolveContext): undefined {
    const self: IPostProcessor = { postProcess: () => this };
    context.registerPostProcessor(self);
    return undefined;
  }
}

/** Text that cdktf would hand on unchanged: no marker, no escape, nothing like an encoded number. */
const MAY_HOLD_TOKEN = /[${}#&%\\]|[-|\d.+]e[-|\d.eE+]/;

/** Resolves the tokens in plain data; false when there is something else in it. */
function visitTokens(value: unknown, context: IResolveContext): boolean {
  switch (typeof value) {
    case 'string':
      if (MAY_HOLD_TOKEN.test(value)) context.resolve(value);
      return true;
    case 'number':
      if (!Number.isSafeInteger(value)) context.resolve(value);
      return true;
    case 'object':
      return value === null || visitObject(value, context);
    default:
      return typeof value !== 'function';
  }
}

function visitObject(value: object, context: IResolveContext): boolean {
  if (Array.isArray(value)) {
    if (!value.some(isListToken)) return value.every((entry) => visitTokens(entry, context));
    context.resolve(value);
    return true;
  }
  if (!isPlain(value)) return false;
  for (const [key, entry] of Object.entries(value)) {
    if (MAY_HOLD_TOKEN.test(key) || !visitTokens(entry, context)) return false;
  }
  return true;
}

function resolveValue(value: unknown, context: IResolveContext): unknown {
  switch (typeof value) {
    case 'string':
      return MAY_HOLD_TOKEN.test(value) ? context.resolve(value) : value;
    case 'number':
      return Number.isSafeInteger(value) ? value : context.resolve(value);
    case 'object':
      return value === null ? null : resolveObject(value, context);
    case 'undefined':
    case 'boolean':
      return value;
    default:
      return context.resolve(value);
  }
}

function resolveObject(value: object, context: IResolveContext): unknown {
  if (Array.isArray(value)) return resolveArray(value, context);
  if (!isPlain(value)) return context.resolve(value);
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (MAY_HOLD_TOKEN.test(key)) return context.resolve(value);
    const resolved = resolveValue((value as Record<string, unknown>)[key], context);
    if (resolved !== undefined) result[key] = resolved;
  }
  return result;
}

function resolveArray(list: readonly unknown[], context: IResolveContext): unknown {
  if (list.some(isListToken)) return context.resolve(list);
  const result: unknown[] = [];
  for (const entry of list) {
    const resolved = resolveValue(entry, context);
    if (resolved !== undefined) result.push(resolved);
  }
  return result;
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && !('resolve' in value);
}

function isListToken(entry: unknown): boolean {
  return typeof entry === 'string'
    ? entry.includes('#{TfToken[')
    : typeof entry === 'number' && !Number.isSafeInteger(entry);
}
