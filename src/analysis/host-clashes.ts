import { overlaps } from '../ip/cidr';
import type { Host } from '../topology/host';
import { groupBy } from './group-by';
import type { HostBlock } from './host-networks';
import type { Model } from './model';
import { declaredSubnets, type SubnetPlace } from './subnet-places';

/** A subnet of a bridge and a block of its host that it overlaps. */
export interface HostClash {
  readonly place: SubnetPlace;
  readonly block: HostBlock;
}

/** Every subnet of a bridge that overlaps one of its host's blocks, with the first such block. */
export function* hostClashes(
  model: Model,
  blocksOf: (model: Model, host: Host) => readonly HostBlock[],
): Generator<HostClash, void, undefined> {
  const byHost = groupBy(declaredSubnets(model), ({ network }) => network.host);
  for (const host of model.topology.hosts) {
    const blocks = blocksOf(model, host);
    if (blocks.length === 0) continue;
    for (const place of byHost.get(host.id) ?? []) {
      if (place.network.driver !== 'bridge') continue;
      const block = blocks.find(({ cidr }) => overlaps(cidr, place.subnet.cidr));
      if (block !== undefined) yield { place, block };
    }
  }
}
