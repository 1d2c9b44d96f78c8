import type { Network } from '../topology/network';
import type { Model, ReadSubnet } from './model';

/** A subnet of a network that the topology declares. */
export interface SubnetPlace {
  readonly network: Network;
  readonly subnet: ReadSubnet;
}

/** Every known subnet of the networks that the topology declares. */
export function* declaredSubnets(model: Model): Generator<SubnetPlace, void, undefined> {
  for (const network of model.topology.networks) {
    if (network.external) continue;
    for (const subnet of model.subnets.get(network.id) ?? []) yield { network, subnet };
  }
}
