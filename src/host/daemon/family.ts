import { ConfigError } from '../../errors';
import type { Family } from '../../ip/address';

/** Where a value stands, for messages. */
interface Place {
  readonly at: string;
  readonly what: string;
  readonly value: string;
}

/**
 * Refuses an address of the other IP version.
 *
 * @throws ConfigError `ADDRESS_FAMILY`
 */
export function checkFamily(
  actual: Family,
  wanted: Family | undefined,
  { at, what, value }: Place,
): void {
  if (wanted === undefined || actual === wanted) return;
  throw new ConfigError('ADDRESS_FAMILY', {
    at,
    problem: `${what} ${value} is of IPv${String(actual)}`,
    fix: `write one of IPv${String(wanted)}`,
  });
}
