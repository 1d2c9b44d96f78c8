import { extension } from './extension';
import type { PortolanMatchers } from './matchers/matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way jest's types are extended
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- jest's own gains the members
    interface Matchers<R> extends PortolanMatchers<R> {}
  }
}

/** Adds Portolan's matchers to jest's `expect`; call it once, in a setup file or at the top of a test. */
export function setupJest(): void {
  expect.extend(extension());
}
