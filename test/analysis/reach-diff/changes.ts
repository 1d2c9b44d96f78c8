import { diffReach, type ReachDiff } from '../../../src/analysis/reach-diff/reach-diff';
import type { Topology } from '../../../src/topology/topology';
import { renderReachDiff } from '../../../src/export/reach-diff';
import {
  blocks,
  inNetworks,
  topologyOf,
  type ContainerPart,
  type HostPart,
  type NetworkPart,
} from '../topologies';

const NETWORKS: readonly NetworkPart[] = [
  { id: 'shop/front', subnets: blocks('10.80.0.0/24') },
  { id: 'shop/back', subnets: blocks('10.81.0.0/24'), internal: true },
];

/** What a test says of one side. */
export interface Side {
  readonly containers: readonly ContainerPart[];
  readonly networks?: readonly NetworkPart[];
  readonly host?: Partial<HostPart>;
}

/** The topology of one side. */
export function topologyOfSide({ containers, networks = NETWORKS, host }: Side): Topology {
  return topologyOf({
    hosts: [{ id: 'local', engineVersion: '28.5', ...host }],
    networks,
    containers,
  });
}

/** The difference of two sides on one host. */
export function changeOf(before: Side, after: Side): ReachDiff {
  return diffReach(topologyOfSide(before), topologyOfSide(after));
}

/** The lines that a person sees, without headings. */
export function linesOf(before: Side, after: Side): string[] {
  const text = renderReachDiff(changeOf(before, after));
  return text.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));
}

/** A container on the port 5432 in the networks. */
export function db(...networks: readonly string[]): ContainerPart {
  const listens = [{ port: 5432, protocol: 'tcp' as const }];
  return { id: 'shop/db', name: 'db', listens, ...inNetworks(...networks) };
}

/** A container in the networks of which no port is known. */
export function client(id: string, ...networks: readonly string[]): ContainerPart {
  return { id, name: id.slice(id.indexOf('/') + 1), ...inNetworks(...networks) };
}
