import { MATCHERS } from './matchers/matchers';
import type { Matcher } from './matchers/outcome';

/** What jest and vitest take of a matcher. */
interface Result {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What both give a matcher as `this`. */
interface Context {
  readonly isNot?: boolean;
}

/** A matcher as `expect.extend` takes it. */
type Extension = (this: Context, received: unknown, ...args: unknown[]) => Result;

/** Portolan's matchers for `expect.extend` of jest and vitest. */
export function extension(): Record<keyof typeof MATCHERS, Extension> {
  const entries = Object.entries<Matcher>(MATCHERS).map(([name, matcher]) => [
    name,
    extend(matcher),
  ]);
  return Object.fromEntries(entries) as Record<keyof typeof MATCHERS, Extension>;
}

function extend(matcher: Matcher): Extension {
  return function (received, ...args) {
    const { pass, message } = matcher(received, ...(args as never[]));
    // What nobody knows fails whichever way it was expected.
    return { pass: pass === 'unsure' ? this.isNot === true : pass, message };
  };
}
