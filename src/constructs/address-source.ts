import type { Family } from '../ip/address';
import type { Cidr } from '../ip/cidr';

/** What one address plan says, as far as its own properties go. */
export interface AddressSource {
  /** Construct path of the plan. */
  readonly at: string;
  readonly pools: readonly Cidr[];
  readonly reserved: readonly Cidr[];
  readonly avoid: readonly Cidr[];
  readonly prefixes: Readonly<Record<Family, number>>;

  /** Absolute path. */
  readonly lockFile: string;
  readonly keepRemovedDays: number;

  /** Absent: what the environment says. */
  readonly frozen: boolean | undefined;
}
