import type { Network } from '../../../topology/network';
import { isBridgeOfEngine, type Model } from '../../model';

/** Both sides of links that open something: on default bridges where containers are kept apart. */
export function linkedContainers(model: Model): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { id, links, attachments } of model.topology.containers) {
    if (links.length === 0) continue;
    if (!attachments.some(({ network }) => isClosedBridge(model, model.networks.get(network)))) {
      continue;
    }
    linked.add(id);
    for (const { container } of links) linked.add(model.containers.get(container)?.id ?? container);
  }
  return linked;
}

function isClosedBridge(model: Model, network: Network | undefined): boolean {
  if (network === undefined || !isBridgeOfEngine(network)) return false;
  return model.hosts.get(network.host)?.daemon.icc === false;
}
