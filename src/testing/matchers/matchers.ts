import type { FindingLevel } from '../../analysis/finding';
import { toBeExposedOnlyOn } from './exposure';
import { toReachByName } from './by-name';
import { toHaveFinding, toHaveNoFindings } from './findings';
import type { Matcher } from './outcome';
import type { PortText } from './port';
import { toBeIsolatedFrom, toReach } from './reach';

/**
 * Portolan's matchers, on a DockerStack (with the other stacks of its app) or a topology. Places are
 * written as ids or names of containers, `host`, `lan`, `lan-routed` or `outside`.
 */
export interface PortolanMatchers<R> {
  /**
   * Passes when there is a way from one place to another, by whatever name or address. What nobody
   * knows fails, with `.not`, too.
   *
   * @param port `5432` or `'53/udp'`: the port inside the container
   * @default - one of the ports that it is known to answer on
   */
  toReach(from: string, to: string, port?: PortText): R;

  /**
   * Passes when a place reaches a port by a name; all of them, where several containers have the name.
   *
   * @param port `5432` or `'53/udp'`
   */
  toReachByName(from: string, name: string, port: PortText): R;

  /** Passes when neither of two places has a way to the other, published ports included. */
  toBeIsolatedFrom(a: string, b: string): R;

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
  toReach,
  toReachByName,
  toBeIsolatedFrom,
  toHaveNoFindings,
  toHaveFinding,
  toBeExposedOnlyOn,
} as const satisfies Record<keyof PortolanMatchers<void>, Matcher>;
