import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import { TOPOLOGY_VERSION, mergeTopologies, type Topology } from '../topology/topology';
import type { Volume } from '../topology/volume';
import type { SynthesizableStack } from './synthesizable-stack';
import { TOPOLOGY_PART, isTopologySource, type TopologyPart } from './topology-part';

/** What a stack declares, as data. A stack within it has its own topology. */
export function readTopology(stack: SynthesizableStack): Topology {
  const networks: Network[] = [];
  const volumes: Volume[] = [];
  const containers: Container[] = [];
  visitParts(stack, (part) => {
    if (part.networks !== undefined) networks.push(...part.networks);
    if (part.volumes !== undefined) volumes.push(...part.volumes);
    if (part.containers !== undefined) containers.push(...part.containers);
  });
  const own: Topology = {
    version: TOPOLOGY_VERSION,
    hosts: stack.hosts.map(({ description }) => description),
    networks,
    volumes,
    containers,
    accepted: stack.accepted,
  };
  return mergeTopologies([own]);
}

function visitParts(construct: IConstruct, visit: (part: TopologyPart) => void): void {
  if (isTopologySource(construct)) visit(construct[TOPOLOGY_PART]());
  for (const child of construct.node.children) {
    if (!TerraformStack.isStack(child)) visitParts(child, visit);
  }
}
