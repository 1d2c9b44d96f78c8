import type { Topology } from './topology';

/**
 * The JSON text of a topology. Empty lists, empty objects and false are left out where they say no
 * more than that nothing is there; the order is the model's, so the same topology gives the same bytes.
 */
export function renderTopologyJson(topology: Topology): string {
  // In the daemon's settings false differs from what is not there.
  const daemons = new Set<unknown>(topology.hosts.map(({ daemon }) => daemon));
  function replace(this: unknown, key: string, value: unknown): unknown {
    return daemons.has(this) ? value : compact(key, value);
  }
  return `${JSON.stringify(topology, replace, 2)}\n`;
}

/** Lists of the document itself, and what differs from its being absent: an empty entrypoint. */
const ALWAYS_WRITTEN: ReadonlySet<string> = new Set([
  'hosts',
  'networks',
  'volumes',
  'containers',
  'test',
  'command',
  'entrypoint',
  'noCopy',
  'wireless',
]);

function compact(key: string, value: unknown): unknown {
  if (ALWAYS_WRITTEN.has(key)) return value;
  if (value === false || value === null) return undefined;
  if (typeof value !== 'object') return value;
  return Object.keys(value).length === 0 ? undefined : value;
}
