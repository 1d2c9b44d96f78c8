import type { FindingLevel } from '../../analysis/finding';
import { toBeExposedOnlyOn } from './exposure';
import { toHaveFinding, toHaveNoFindings } from './findings';
import type { Matcher } from './outcome';

/**
 * Portolan's matchers, on a DockerStack (with the other stacks of its app) or a topology. Places are
 * written as ids or names of containers, `host`, `lan`, `lan-routed` or `outside`.
 */
export interface PortolanMatchers<R> {
  /**
   * Passes when the checks find nothing.
   *
   * @param level the least that counts; `'warning'` means errors and warnings
   * @default 'error'
   */
  toHaveNoFindings(level?: FindingLevel): R;

  /**
   * Passes when the checks find this.
   *
   * @param code the code that ends the message
   * @param at id of what it is about, or the last part of the id
   */
  toHaveFinding(code: string, at?: string): R;

  /**
   * Passes when a container is open on these sockets and on no others.
   *
   * @param sockets `127.0.0.1:8080`, `[::1]:53/udp`, or `8080` for every address of the host
   */
  toBeExposedOnlyOn(container: string, sockets: readonly string[]): R;
}

/** Every matcher by its name. */
export const MATCHERS = {
  toHaveNoFindings,
  toHaveFinding,
  toBeExposedOnlyOn,
} as const satisfies Record<keyof PortolanMatchers<void>, Matcher>;
