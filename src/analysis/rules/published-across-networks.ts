import type { Container } from '../../topology/container';
import type { Host } from '../../topology/host';
import type { Network } from '../../topology/network';
import { mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { isBridgeOfEngine, type Model } from '../model';
import { bindingsOf, type Binding } from '../publishing';
import { networksOf } from '../shared-networks';
import { compareText, listText } from '../text';

/**
 * Networks are kept apart by container address; a published port has the address of the host, which
 * every bridge can reach. One finding for each host, since it is how Docker works.
 */
export const publishedAcrossNetworks: Rule = {
  code: 'PUBLISHED_ACROSS_NETWORKS',
  level: 'note',
  covers: ['M20'],
  summary: 'Published ports are open to the containers of other networks, too.',
  *find(model) {
    const byHost = groupBy(model.topology.containers, ({ host }) => host);
    for (const host of model.topology.hosts) {
      const publishers = publishersOf(model, host);
      if (publishers.length === 0) continue;
      const outsider = findOutsider(model, byHost.get(host.id) ?? [], publishers);
      if (outsider === undefined) continue;
      const ids = [...new Set(publishers.map(({ container }) => container.id))].sort(compareText);
      yield {
        at: host.id,
        problem: `the published ports of ${listText(ids)} are open to containers that share no network with them, such as ${outsider.id}`,
        fix: 'publish on 127.0.0.1 what only the host needs; nothing to do where everybody may come',
      };
    }
  },
};

/** Without the proxy, only engine 29 lets other networks through. */
function publishersOf(model: Model, { id, daemon }: Host): readonly Binding[] {
  if (daemon.userlandProxy === false && mayBeBefore(model, id, [29])) return [];
  const bindings = bindingsOf(model).get(id) ?? [];
  return bindings.filter(
    ({ address }) => address === undefined || !/^(?:127\.|::1$)/.test(address),
  );
}

/** A container in a bridge with a way out, and in no network of anybody who publishes. */
function findOutsider(
  model: Model,
  containers: readonly Container[],
  publishers: readonly Binding[],
): Container | undefined {
  const inside = new Set<Network>();
  for (const { container } of publishers) {
    for (const network of networksOf(model, container) ?? []) inside.add(network);
  }
  let first: Container | undefined;
  for (const container of containers) {
    if (first !== undefined && compareText(first.id, container.id) < 0) continue;
    if (isOutside(model, container, inside)) first = container;
  }
  return first;
}

function isOutside(model: Model, container: Container, inside: ReadonlySet<Network>): boolean {
  if (container.mode !== 'networks' || container.external) return false;
  let isOpen = false;
  for (const { network: id } of container.attachments) {
    const network = model.networks.get(id);
    if (network === undefined || inside.has(network)) return false;
    isOpen ||= isOpenBridge(model, network);
  }
  return isOpen;
}

/** Old engines let a network without masquerading reach nobody's published ports. */
function isOpenBridge(model: Model, network: Network): boolean {
  const { driver, internal, options, host } = network;
  if (driver !== 'bridge' || internal) return false;
  if (isBridgeOfEngine(network)) return model.hosts.get(host)?.daemon.ipMasq !== false;
  return options['com.docker.network.bridge.enable_ip_masquerade'] !== 'false';
}
