import { formatCidr, overlaps } from '../../ip/cidr';
import { assumedBridgeBlock } from '../address-pools';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { declaredSubnets } from '../subnet-places';

/** A block that `bip` gives the default bridge is an error, `SUBNET_OVERLAP`; this one is a guess. */
export const subnetOnDefaultBridge: Rule = {
  code: 'SUBNET_ON_DEFAULT_BRIDGE',
  level: 'warning',
  covers: ['N1'],
  summary: 'A network wants the block that Docker gives its own default bridge.',
  *find(model) {
    const byHost = groupBy(declaredSubnets(model), ({ network }) => network.host);
    for (const host of model.topology.hosts) {
      const places = byHost.get(host.id);
      const block = places === undefined ? undefined : assumedBridgeBlock(model, host);
      if (places === undefined || block === undefined) continue;
      for (const { network, subnet } of places) {
        if (network.driver === 'overlay' || !overlaps(subnet.cidr, block)) continue;
        yield {
          at: network.id,
          problem: `subnet ${formatCidr(subnet.cidr)} overlaps ${formatCidr(block)}, which Docker gives its default bridge unless daemon.json says otherwise`,
          fix: `move it, or say where the default bridge is: daemon: { bip: '...' } of the DockerHost`,
        };
      }
    }
  },
};
