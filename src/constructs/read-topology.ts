import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import {
  TOPOLOGY_VERSION,
  mergeTopologies,
  type AddressPlan,
  type Topology,
} from '../topology/topology';
import type { Volume } from '../topology/volume';
import type { SynthesizableStack } from './synthesizable-stack';
import { TOPOLOGY_PART, isTopologySource, type TopologyPart } from './topology-part';

/** What a stack declares, as data. A stack within it has its own topology. */
export function readTopology(stack: SynthesizableStack): Topology {
  const networks: Network[] = [];
  const volumes: Volume[] = [];
  const containers: Container[] = [];
  const addressPlans = plansAbove(stack);
  visitParts(stack, (part) => {
    if (part.networks !== undefined) networks.push(...part.networks);
    if (part.volumes !== undefined) volumes.push(...part.volumes);
    if (part.containers !== undefined) containers.push(...part.containers);
    if (part.addressPlans !== undefined) addressPlans.push(...part.addressPlans);
  });
  const own: Topology = {
    version: TOPOLOGY_VERSION,
    hosts: stack.hosts.map(({ description }) => description),
    networks,
    volumes,
    containers,
    addressPlans,
    accepted: stack.accepted,
    intents: stack.intents.all,
  };
  return mergeTopologies([own]);
}

/** Address plans that the stack shares with others. */
function plansAbove(stack: SynthesizableStack): AddressPlan[] {
  const scopes = stack.node.scopes.filter((scope) => scope !== stack);
  return scopes
    .flatMap(({ node }) => node.children)
    .flatMap((child) =>
      isTopologySource(child) ? (child[TOPOLOGY_PART]().addressPlans ?? []) : [],
    );
}

function visitParts(construct: IConstruct, visit: (part: TopologyPart) => void): void {
  if (isTopologySource(construct)) visit(construct[TOPOLOGY_PART]());
  for (const child of construct.node.children) {
    if (!TerraformStack.isStack(child)) visitParts(child, visit);
  }
}
