import { extension } from './extension';
import type { PortolanMatchers } from './matchers/matchers';

// @ts-expect-error -- vitest is not installed here; scripts/try-package.ts compiles tests with it
declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- vitest's own gains the members
  interface Assertion<T> extends PortolanMatchers<T> {}
}

/** What {@link setupVitest} needs of vitest's `expect`. */
export interface ExtendableExpect {
  /** Adds matchers. */
  extend(matchers: Record<string, (received: unknown, ...args: unknown[]) => unknown>): void;
}

/**
 * Adds Portolan's matchers to vitest's `expect`; call it once, in a setup file or at the top of a test.
 *
 * @param expect - vitest's own; it cannot be loaded from here, since vitest refuses `require`
 */
export function setupVitest(expect: ExtendableExpect): void {
  expect.extend({ ...extension() });
}
