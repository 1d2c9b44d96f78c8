import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import { fixedAddressesIn } from './fixed-addresses';
import { perModel, type Model } from './model';

/** A container with a fixed address on the LAN itself. */
export interface LanChild {
  readonly container: Container;
  readonly network: Network;
}

/** Whether containers of the network are neighbours on the host's LAN, and the host cannot reach them. */
export function isLanNetwork({ driver, internal, options }: Network): boolean {
  if (internal) return false;
  return driver === 'macvlan' || (driver === 'ipvlan' && (options['ipvlan_mode'] ?? 'l2') === 'l2');
}

/** Whose fixed address on a LAN it is, by host and address. */
export const lanChildren = perModel((model: Model): ReadonlyMap<string, LanChild> => {
  const children = new Map<string, LanChild>();
  for (const network of model.topology.networks) {
    if (!isLanNetwork(network)) continue;
    for (const { container, text } of fixedAddressesIn(model, network.id)) {
      children.set(`${network.host} ${text}`, { container, network });
    }
  }
  return children;
});
