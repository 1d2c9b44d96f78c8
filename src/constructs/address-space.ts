import type { AddressSpace } from '../addresses/request';
import { FreeSpace } from '../addresses/free-space';
import { autoBlocks } from '../analysis/address-pools';
import { interfaceBlocks, routeBlocks } from '../analysis/host-networks';
import { bridgeBlock } from '../analysis/local-blocks';
import { createModel } from '../analysis/model';
import { overlaps, tryParseCidr, type Cidr } from '../ip/cidr';
import type { Host } from '../topology/host';
import type { Network } from '../topology/network';
import { EMPTY_TOPOLOGY } from '../topology/topology';
import type { AddressSource } from './address-source';

/** What of the address space is in use already, whatever a plan says. */
export interface Surroundings {
  /** Blocks of the hosts' interfaces, routes and default bridges, and those that networks write down. */
  readonly taken: readonly Cidr[];

  /** Blocks that the engines hand to networks without one of their own. */
  readonly ofDocker: readonly Cidr[];
}

/** Looks at the hosts and networks of an app. */
export function surroundingsOf(hosts: readonly Host[], networks: readonly Network[]): Surroundings {
  const model = createModel({ ...EMPTY_TOPOLOGY, hosts, networks });
  const ofHosts = hosts.flatMap((host) => {
    const own = bridgeBlock(host);
    return [
      ...interfaceBlocks(model, host).map(({ cidr }) => cidr),
      ...routeBlocks(model, host).map(({ cidr }) => cidr),
      ...(own === undefined ? [] : [own]),
    ];
  });
  const ofNetworks = networks.flatMap(({ subnets }) =>
    subnets.flatMap(({ cidr }) => (cidr === undefined ? [] : (tryParseCidr(cidr) ?? []))),
  );
  return { taken: [...ofHosts, ...ofNetworks], ofDocker: hosts.flatMap(autoBlocks) };
}

/** What a plan cuts blocks out of. Docker's own pools are left out unless a pool lies in them. */
export function spaceOf(source: AddressSource, { taken, ofDocker }: Surroundings): AddressSpace {
  const { pools, reserved, prefixes, avoid } = source;
  const asked = pools.filter((pool) => isWithin(pool, ofDocker));
  const left = ofDocker.filter((block) => !asked.some((pool) => overlaps(pool, block)));
  const avoided = [...avoid, ...taken, ...left].filter((block) =>
    pools.some((pool) => overlaps(pool, block)),
  );
  return { pools, reserved, avoided, prefixes };
}

/** Whether the blocks cover all of the pool. */
function isWithin(pool: Cidr, blocks: readonly Cidr[]): boolean {
  const uncovered = new FreeSpace(pool.family, [pool]);
  for (const block of blocks) uncovered.remove(block);
  return uncovered.isEmpty();
}
