import type { IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import type { Family } from '../ip/address';
import type { Subnet } from '../topology/network';
import { plannedNetwork } from './address-book';
import { findSource } from './address-sources';
import { Deferred } from './deferred';
import { PlannedSubnet } from './planned-subnet';
import { toIpamBlock } from './subnets';

/** What decides whether a plan finds the blocks of a network that names none. */
export interface OpenNetwork {
  readonly driver: string;
  readonly ipv4?: boolean;
  readonly ipv6?: boolean;
  readonly ipamDriver?: string;
  readonly adopt?: string;
  readonly subnets?: unknown;
}

/** Whether a plan finds the blocks: of bridges that the app makes, and whose blocks nobody names. */
export function isOpen({ driver, subnets, ipamDriver, adopt }: OpenNetwork): boolean {
  const isOurs = driver === 'bridge' && adopt === undefined;
  return isOurs && subnets === undefined && ipamDriver === undefined;
}

/** The blocks that the nearest plan is to find for a network that names none. */
export function automaticSubnets(scope: Construct, network: OpenNetwork): PlannedSubnet[] {
  const source = isOpen(network) ? findSource(scope) : undefined;
  if (source === undefined) return [];
  const { ipv4 = true, ipv6 = false } = network;
  const wanted: Family[] = [...(ipv4 ? [4 as const] : []), ...(ipv6 ? [6 as const] : [])];
  return wanted
    .filter((family) => source.pools.some((pool) => pool.family === family))
    .map((family) => new PlannedSubnet(source, { family }));
}

/** What the network of a link asks the nearest plan for: room for the two ends. */
export function subnetsForTwo(scope: Construct): { readonly subnets?: PlannedSubnet[] } {
  const source = findSource(scope);
  if (source?.pools.some(({ family }) => family === 4) !== true) return {};
  return { subnets: [new PlannedSubnet(source, { hosts: 2 })] };
}

/**
 * Refuses two planned blocks of one family, and blocks of two plans.
 *
 * @throws ConfigError `OPTION_GIVEN_TWICE`
 */
export function checkPlanned(planned: readonly PlannedSubnet[], at: string): void {
  const plans = new Set(planned.map(({ source }) => source.at));
  const families = new Set(planned.map(({ family }) => family));
  if (plans.size <= 1 && families.size === planned.length) return;
  throw new ConfigError('OPTION_GIVEN_TWICE', {
    at,
    problem:
      plans.size > 1
        ? `subnets are planned by ${[...plans].join(' and ')}`
        : 'subnets has two planned blocks of one family',
    fix: 'ask one plan for one block of each family, as large as all of them',
  });
}

/** The blocks that the plan found. */
export function findPlanned(network: Construct, families: readonly Family[]): Subnet[] {
  if (families.length === 0) return [];
  const subnets = plannedNetwork(network)?.subnets ?? [];
  return subnets.map((subnet) => ({ ...subnet, auxAddresses: {} }));
}

/** The provider's blocks of a network whose subnets are known when the plan is written. */
export function deferredIpam(subnets: () => readonly Subnet[]): IResolvable {
  return new Deferred(() => subnets().map(toIpamBlock));
}
