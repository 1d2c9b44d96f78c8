import { findFindings } from '../analysis/check';
import type { Finding } from '../analysis/finding';
import { planFindings } from '../constructs/address-book';
import type { DockerStack } from '../constructs/docker-stack';
import { readTopology } from '../constructs/read-topology';
import { dockerStacksOf } from '../constructs/synthesizable-stack';
import { mergeTopologies, type Topology } from '../topology/topology';

/** What a stack declares, as data: what `topology.json` would hold. */
export function topologyOf(stack: DockerStack): Topology {
  return readTopology(stack);
}

/** What the stack and the other stacks of its app declare, as one topology. */
export function appTopologyOf(stack: DockerStack): Topology {
  return mergeTopologies(dockerStacksOf(stack).map(readTopology));
}

/** What the checks find in the stack together with the other stacks of its app. */
export function findingsOf(stack: DockerStack): Finding[] {
  return [...planFindings(stack), ...findFindings(appTopologyOf(stack))];
}
