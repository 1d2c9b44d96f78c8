import type { Topology } from './topology';

/**
 * The JSON text of a topology. Empty lists, empty objects and false are left out, but in the daemon's
 * settings; the order is the model's, so the same topology gives the same bytes.
 */
export function renderTopologyJson(topology: Topology): string {
  // In the daemon's settings false differs from what is not there.
  const daemons = new Set<unknown>(topology.hosts.map(({ daemon }) => daemon));
  function replace(this: unknown, key: string, value: unknown): unknown {
    return daemons.has(this) ? value : compact(key, value);
  }
  return `${JSON.stringify(topology, replace, 2)}\n`;
}

const ALWAYS_WRITTEN: ReadonlySet<string> = new Set([
  'hosts',
  'networks',
  'volumes',
  'containers',
  'test',
]);

function compact(key: string, value: unknown): unknown {
  if (value === false || value === null) return undefined;
  if (typeof value !== 'object' || ALWAYS_WRITTEN.has(key)) return value;
  return Object.keys(value).length === 0 ? undefined : value;
}
