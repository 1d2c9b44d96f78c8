import { findFindings } from '../../analysis/check';
import type { Finding } from '../../analysis/finding';
import { DockerStack } from '../../constructs/docker-stack';
import { show } from '../../expect';
import { TOPOLOGY_VERSION, type Topology } from '../../topology/topology';
import { appTopologyOf, findingsOf } from '../topology-of';
import type { Outcome } from './outcome';

/** What an expectation is about. */
export interface Subject {
  /** As messages call it. */
  readonly name: string;

  /** A stack with the other stacks of its app, or the topology itself. */
  readonly topology: Topology;

  /** What the checks find in it. */
  readonly findings: () => readonly Finding[];
}

/** The outcome of a matcher on a DockerStack or a topology; on anything else the test fails. */
export function about(received: unknown, match: (subject: Subject) => Outcome): Outcome {
  const subject = subjectOf(received);
  if (subject !== undefined) return match(subject);
  const message = (): string => `expected a DockerStack or a topology, not ${show(received)}`;
  return { pass: 'unsure', message };
}

function subjectOf(received: unknown): Subject | undefined {
  if (DockerStack.isDockerStack(received)) {
    const topology = appTopologyOf(received);
    return { name: received.node.id, topology, findings: () => findingsOf(received) };
  }
  if (!isTopology(received)) return undefined;
  return {
    name: 'the topology',
    topology: received,
    findings: () => findFindings(received),
  };
}

function isTopology(value: unknown): value is Topology {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === TOPOLOGY_VERSION &&
    ['hosts', 'networks', 'volumes', 'containers', 'accepted'].every(
      (list) => list in value && Array.isArray(value[list as keyof typeof value]),
    )
  );
}
