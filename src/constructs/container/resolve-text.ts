import { Tokenization, type IResolveContext } from 'cdktf';

/** Text that is one token and nothing else. */
const ONE_TOKEN = /^\$\{TfToken\[[^\]]*\]\}$/;

/** What references are written as, by the stack that they and their resources are in. */
const references = new WeakMap<object, Map<string, string>>();

/**
 * Resolves text with tokens in it. A reference to a resource of the same stack is always written the
 * same, and thousands of containers may refer to one network: so it is resolved once.
 */
export function resolveText(text: string, context: IResolveContext): unknown {
  const known = references.get(context.scope)?.get(text);
  if (known !== undefined) return known;
  const resolved: unknown = context.resolve(text);
  if (typeof resolved === 'string' && ONE_TOKEN.test(text) && isOwnReference(text, context.scope)) {
    remember(text, resolved, context.scope);
  }
  return resolved;
}

function isOwnReference(text: string, stack: object): boolean {
  const token = Tokenization.reverseString(text).firstToken as Reference | undefined;
  return typeof token?.identifier === 'string' && token.originStack === stack;
}

/** Fields of cdktf's own class, which it does not export. */
interface Reference {
  readonly identifier?: unknown;
  readonly originStack?: unknown;
}

function remember(text: string, resolved: string, stack: object): void {
  const known = references.get(stack) ?? new Map<string, string>();
  references.set(stack, known.set(text, resolved));
}
