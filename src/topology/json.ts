import type { Topology } from './topology';

/**
 * The JSON text of a topology. Empty lists, empty objects and false are left out; the order is
 * the model's, so the same topology gives the same bytes.
 */
export function renderTopologyJson(topology: Topology): string {
  return `${JSON.stringify(topology, compact, 2)}\n`;
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
