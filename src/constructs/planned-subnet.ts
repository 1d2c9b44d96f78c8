import { inspect } from 'node:util';
import { ConfigError } from '../errors';
import { bitsOf, type Family } from '../ip/address';
import type { AddressSource } from './address-source';
import { checkProps, integer, type PropTable } from './props';

/** How large a block a network asks an address plan for. */
export interface PlannedSubnetProps {
  /**
   * IP version of the block.
   *
   * @default 4
   */
  readonly family?: Family;

  /**
   * Prefix length of the block, for instance 26 for 64 addresses.
   *
   * @default - as `hosts` needs it, else the plan's
   */
  readonly prefixLength?: number;

  /**
   * Containers that the block must have room for, beside the gateway; IPv4 only.
   *
   * @default - the plan's prefix length, or a larger block when more containers are in the network
   */
  readonly hosts?: number;

  /**
   * Addresses that Docker must have to hand out by itself: to containers that somebody else runs in the
   * network. Those of this app that are `dynamic` are counted without it.
   *
   * @default 0
   */
  readonly dynamicHosts?: number;
}

/** Longest prefix that Docker takes: it needs a gateway and one address more. */
const LONGEST: Readonly<Record<Family, number>> = { 4: 30, 6: 126 };

const PROPS: PropTable<PlannedSubnetProps> = {
  family: (value, at, what) => {
    if (value === 4 || value === 6) return;
    throw new ConfigError('PROP_CHOICE', {
      at,
      problem: `${what} is ${String(value)}`,
      fix: 'write 4 or 6',
    });
  },
  prefixLength: integer({ min: 1, max: bitsOf(6) }),
  hosts: integer({ min: 1, max: 2 ** 24 }),
  dynamicHosts: integer({ min: 0, max: 2 ** 24 }),
};

/** A block of a network that an address plan finds; made by `AddressPlan.subnet`. */
export class PlannedSubnet {
  /** IP version of the block. */
  readonly family: Family;

  /** Prefix length that is asked for, if one is. */
  readonly prefixLength: number | undefined;

  /** Containers that must have room, if their number is asked for. */
  readonly hosts: number | undefined;

  /** Addresses that Docker must have to hand out by itself. */
  readonly dynamicHosts: number;

  /**
   * The plan that finds it.
   *
   * @internal
   */
  readonly source: AddressSource;

  /** @internal */
  constructor(source: AddressSource, props: PlannedSubnetProps) {
    this.source = source;
    const { at, pools } = source;
    checkProps(props, PROPS, `${at}: subnet`);
    const { family = 4, prefixLength, hosts, dynamicHosts = 0 } = props;
    checkSize({ family, prefixLength, hosts }, at);
    if (!pools.some((pool) => pool.family === family)) {
      throw new ConfigError('ADDRESS_FAMILY', {
        at,
        problem: `a subnet of family ${String(family)} is asked for, and no pool is IPv${String(family)}`,
        fix: `add an IPv${String(family)} block to pools`,
      });
    }
    this.family = family;
    this.prefixLength = prefixLength;
    this.hosts = hosts;
    this.dynamicHosts = dynamicHosts;
  }

  /** @internal */
  [inspect.custom](): string {
    return `PlannedSubnet of ${this.source.at}`;
  }
}

function checkSize(
  {
    family,
    prefixLength,
    hosts,
  }: { family: Family; prefixLength: number | undefined; hosts: number | undefined },
  at: string,
): void {
  const longest = LONGEST[family];
  if (prefixLength !== undefined && prefixLength > longest) {
    throw new ConfigError('PROP_RANGE', {
      at,
      problem: `prefixLength is ${String(prefixLength)}`,
      fix: `write a whole number from 1 to ${String(longest)}: Docker needs a gateway and one address more`,
    });
  }
  if (hosts === undefined || (prefixLength === undefined && family === 4)) return;
  throw new ConfigError('OPTION_GIVEN_TWICE', {
    at,
    problem: `a subnet has hosts, and ${family === 6 ? 'is an IPv6 one' : 'prefixLength, too'}`,
    fix: 'write prefixLength alone',
  });
}
