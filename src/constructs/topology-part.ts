import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import type { AddressPlan } from '../topology/topology';
import type { Volume } from '../topology/volume';

/** What one construct adds to the topology. */
export interface TopologyPart {
  readonly networks?: readonly Network[];
  readonly volumes?: readonly Volume[];
  readonly containers?: readonly Container[];
  readonly addressPlans?: readonly AddressPlan[];
}

/** Method of a construct that has something to add; a global symbol, as two copies may be loaded. */
export const TOPOLOGY_PART = Symbol.for('portolan/topologyPart');

/** A construct that adds something to the topology. */
export interface TopologySource {
  [TOPOLOGY_PART](): TopologyPart;
}

/** Whether the construct adds something to the topology. */
export function isTopologySource(construct: object): construct is TopologySource {
  return TOPOLOGY_PART in construct;
}
