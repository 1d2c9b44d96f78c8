import { tryParseCidr } from '../../ip/cidr';
import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { areSubnetsKnown } from '../fixed-addresses';
import type { Model, ReadSubnet } from '../model';

/** First engine that has IPv6 pools of its own. */
const OWN_POOLS_SINCE = [27] as const;

/** Old engines refuse it; new ones pick a block that the provider then takes for a change. */
export const ipv6SubnetMissing: Rule = {
  code: 'IPV6_SUBNET_MISSING',
  level: 'error',
  covers: [],
  summary: 'A network has IPv6 and no IPv6 block.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!network.ipv6 || !areSubnetsKnown(model, network)) continue;
      const blocks = model.subnets.get(network.id) ?? [];
      if (blocks.some(({ cidr }) => cidr.family === 6)) continue;
      const isRefused =
        !hasPool(model, network.host) && mayBeBefore(model, network.host, OWN_POOLS_SINCE);
      if (!isRefused && blocks.length === 0) continue;
      yield {
        at: network.id,
        problem: isRefused
          ? `ipv6 is on and no subnet is an IPv6 one, which engines before 27 refuse, and ${describeEngine(model, network.host)}`
          : 'ipv6 is on and no subnet is an IPv6 one: Docker adds one, and the provider replaces the network at every plan',
        fix: adviceFor(blocks),
      };
    }
  },
};

/** A network with an IPv6 block alone is the next mistake, `IPV4_SUBNET_MISSING`. */
function adviceFor(blocks: readonly ReadSubnet[]): string {
  return blocks.length > 0
    ? "add one, such as { cidr: 'fd00:1::/64' }"
    : "add one of each family, such as { cidr: '172.27.0.0/16' } and { cidr: 'fd00:1::/64' }";
}

function hasPool(model: Model, host: string): boolean {
  const pools = model.hosts.get(host)?.addressPools ?? [];
  return pools.some(({ base }) => tryParseCidr(base)?.family === 6);
}
