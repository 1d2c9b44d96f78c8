import type { Network } from '../../topology/network';
import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { areSubnetsKnown } from '../fixed-addresses';
import type { Model } from '../model';

/** First engine that makes networks without IPv4. */
const IPV6_ONLY_SINCE = [28] as const;

/** Docker adds an IPv4 block, which the provider takes for a change at every plan. */
export const ipv4SubnetMissing: Rule = {
  code: 'IPV4_SUBNET_MISSING',
  level: 'error',
  covers: [],
  summary: 'A network has an IPv6 block and no IPv4 block.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!network.ipv6 || !areSubnetsKnown(model, network)) continue;
      if (!isIpv6Only(model, network)) continue;
      const isOff = network.options['com.docker.network.enable_ipv4'] === 'false';
      if (isOff && !mayBeBefore(model, network.host, IPV6_ONLY_SINCE)) continue;
      yield {
        at: network.id,
        problem: `its subnets are IPv6 only: Docker adds an IPv4 one${isOff ? ignored(model, network) : ''}, and the provider replaces the network at every plan`,
        fix: isOff
          ? 'add an IPv4 subnet, or use engine 28'
          : 'add an IPv4 subnet, or set ipv4 to false (engine 28)',
      };
    }
  },
};

function isIpv6Only(model: Model, { id }: Network): boolean {
  const blocks = model.subnets.get(id) ?? [];
  return blocks.length > 0 && blocks.every(({ cidr }) => cidr.family === 6);
}

function ignored(model: Model, { host }: Network): string {
  return `, as engines before 28 ignore that IPv4 is off, and ${describeEngine(model, host)}`;
}
