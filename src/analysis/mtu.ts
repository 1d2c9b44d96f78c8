import type { Host, HostInterface } from '../topology/host';
import type { Network } from '../topology/network';
import { isOptionUnknown } from './driver-options';
import { ownInterfaces } from './host-networks';
import type { Model } from './model';

const OPTION = 'com.docker.network.driver.mtu';

/** What Docker and most interfaces have when nobody says. */
export const DEFAULT_MTU = 1500;

/** What VXLAN takes of a packet. */
export const VXLAN_BYTES = 50;

/** Whether only Terraform knows the largest packet of the network. */
export function isMtuUnknown(network: Network): boolean {
  return isOptionUnknown(network, OPTION);
}

/** Largest packet that the network is told to carry; absent: nobody says. */
export function declaredMtu({ options }: Network): number | undefined {
  const text = options[OPTION];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The interface that packets to the world leave through: the default route's, or the only one. */
export function outgoingInterface(model: Model, host: Host): HostInterface | undefined {
  const route = host.routes.find(({ destination }) => destination === '0.0.0.0/0');
  if (route?.interface !== undefined) {
    return host.interfaces.find(({ name }) => name === route.interface);
  }
  const own = ownInterfaces(model, host).filter(({ addresses }) => addresses.length > 0);
  return own.length === 1 ? own[0] : undefined;
}
