import type { Listener } from '../../topology/container';
import { createReach, type AnsweredPort, type Reach } from './reach';

/** A port that somebody says a container answers on, by asking for it. */
export interface NamedPort {
  /** Id of the container. */
  readonly container: string;
  readonly port: AnsweredPort;
}

/**
 * The same, where a container of which no port is known answers on those that are named: who writes
 * `db.port(5432)` says so.
 */
export function assumePorts(reach: Reach, named: readonly NamedPort[]): Reach {
  const { model } = reach;
  const added = new Map<string, Listener[]>();
  for (const { container, port } of named) {
    const id = model.containers.get(container)?.id ?? container;
    if (reach.portsOf({ kind: 'container', id }).length > 0) continue;
    added.set(id, [...(added.get(id) ?? []), port]);
  }
  if (added.size === 0) return reach;
  const containers = model.topology.containers.map((container) => {
    const listens = added.get(container.id);
    return listens === undefined ? container : { ...container, listens };
  });
  return createReach({ ...model.topology, containers });
}
