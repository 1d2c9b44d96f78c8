import { formatCidr } from '../../ip/cidr';
import type { Occurrence, Rule } from '../finding';
import { assumedBridgeBlock } from '../address-pools';
import { groupBy } from '../group-by';
import { bridgeBlock } from '../local-blocks';
import { isBridgeOfEngine, type Model } from '../model';
import { declaredSubnets } from '../subnet-places';
import { compareText, listText } from '../text';

interface Place {
  readonly id: string;
  readonly host: string;
  readonly block: string;
}

/** Each host is an island, so it works; but no route can lead from one to the other. */
export const hostsShareSubnet: Rule = {
  code: 'HOSTS_SHARE_SUBNET',
  level: 'note',
  covers: [],
  summary: 'Networks of several hosts have the same addresses, so none of them can be routed.',
  *find(model) {
    if (model.topology.hosts.length < 2) return;
    const places = [...declaredPlaces(model), ...bridgePlaces(model)];
    for (const [block, group] of groupBy(places, ({ block: text }) => text)) {
      const hosts = [...new Set(group.map(({ host }) => host))].sort(compareText);
      if (hosts.length > 1) yield describe(block, group, hosts);
    }
  },
};

function describe(block: string, group: readonly Place[], hosts: readonly string[]): Occurrence {
  const [at = ''] = group.map(({ id }) => id).sort(compareText);
  return {
    at,
    problem: `hosts ${listText(hosts)} ${hosts.length === 2 ? 'both' : 'all'} have ${block} for their containers, so no route from one can lead to those of another`,
    fix: 'reach containers of another host by its address and a published port, or give each host blocks of its own',
  };
}

function* declaredPlaces(model: Model): Generator<Place> {
  for (const { network, subnet } of declaredSubnets(model)) {
    if (network.driver !== 'bridge') continue;
    yield { id: network.id, host: network.host, block: formatCidr(subnet.cidr) };
  }
}

/** Default bridges that somebody is on. */
function* bridgePlaces(model: Model): Generator<Place> {
  for (const network of model.topology.networks) {
    if (!isBridgeOfEngine(network) || !model.members.has(network.id)) continue;
    const host = model.hosts.get(network.host);
    const block =
      host === undefined ? undefined : (bridgeBlock(host) ?? assumedBridgeBlock(model, host));
    if (block !== undefined) yield { id: network.id, host: network.host, block: formatCidr(block) };
  }
}
