import { overlaps, type Cidr } from '../../ip/cidr';
import type { Host } from '../../topology/host';
import { assumedBridgeBlock, autoBlocks, picksBlock } from '../address-pools';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { interfaceBlocks, routeBlocks } from '../host-networks';
import { localBlocks } from '../local-blocks';
import type { Model } from '../model';

/** What is not in the topology may take more of them, so this is the least that goes wrong. */
export const addressPoolsExhausted: Rule = {
  code: 'ADDRESS_POOLS_EXHAUSTED',
  level: 'error',
  covers: ['N12'],
  summary: 'More networks leave their block to Docker than it has blocks.',
  *find(model) {
    const byHost = groupBy(model.topology.networks, ({ host }) => host);
    for (const host of model.topology.hosts) {
      const asking = (byHost.get(host.id) ?? []).filter((network) => picksBlock(model, network));
      if (asking.length === 0) continue;
      const free = freeBlocks(model, host, asking.length);
      if (asking.length <= free) continue;
      yield {
        at: host.id,
        problem: `${String(asking.length)} networks leave their subnet to Docker, which has ${String(free)} blocks left for them`,
        fix: 'give networks subnets of their own, or the engine smaller default-address-pools',
      };
    }
  },
};

/** Blocks of the pools that nobody has, as far as is known; counted no further than they are asked for. */
function freeBlocks(model: Model, host: Host, wanted: number): number {
  const own = assumedBridgeBlock(model, host);
  const taken: Cidr[] = [
    ...interfaceBlocks(model, host),
    ...routeBlocks(model, host),
    ...(localBlocks(model).get(host.id) ?? []),
    ...(own === undefined ? [] : [{ cidr: own }]),
  ].map(({ cidr }) => cidr);
  let free = 0;
  for (const block of autoBlocks(host)) {
    if (!taken.some((cidr) => overlaps(cidr, block))) free += 1;
    if (free >= wanted) break;
  }
  return free;
}
