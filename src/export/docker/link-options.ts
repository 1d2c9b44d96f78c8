import type { Attachment, Container } from '../../topology/container';
import { isDefaultBridge } from '../../topology/network';
import type { Topology } from '../../topology/topology';
import { options } from './words';

/**
 * The links of a container that a network carries: on the default bridge every one to a container that
 * it shares no other network with; in a user network the names that are no aliases of the other container, as those of an emulated
 * link are.
 */
export function linkOptions(client: Container, network: string, topology: Topology): string[] {
  const isBridge = topology.networks.some((one) => one.id === network && isDefaultBridge(one));
  const words = client.links.flatMap(({ container, aliases }) => {
    const target = topology.containers.find(({ id }) => id === container);
    const shared = client.attachments.flatMap((own) => sharedBy(own, target));
    if (target === undefined || !shared.some((one) => one.network === network)) return [];
    // Where they share a user network too, the names are aliases there: the link is an emulated one.
    if (isBridge && shared.length > 1) return [];
    const known = isBridge ? [] : shared.flatMap((one) => one.aliases);
    const name = target.name ?? target.id;
    const missing = aliases.filter((alias) => !known.includes(alias));
    const bare = isBridge && missing.length === 0 ? [name] : [];
    return [...bare, ...missing.map((alias) => `${name}:${alias}`)];
  });
  return options('--link', words);
}

/** The target's attachments to the network of one of the client's. */
function sharedBy({ network }: Attachment, target: Container | undefined): Attachment[] {
  return target?.attachments.filter((one) => one.network === network) ?? [];
}
