import { intentText } from './intent-text';
import { pointerPart } from './pointer';
import type { Topology } from './topology';

/** One difference between two topologies. */
export interface TopologyChange {
  /** What happened to it. */
  readonly kind: 'added' | 'removed' | 'changed';

  /** What it is. */
  readonly entity: 'host' | 'network' | 'volume' | 'container' | 'intent';

  /** Id of the host, network, volume or container; the words of the intent. */
  readonly id: string;

  /**
   * Path of the field, for instance `attachments/0/ipv4`, a JSON pointer without its first slash;
   * absent for added and removed.
   */
  readonly path?: string;

  /** Value before; absent when there was none. */
  readonly before?: unknown;

  /** Value after; absent when there is none. */
  readonly after?: unknown;
}

const KINDS = [
  ['hosts', 'host'],
  ['networks', 'network'],
  ['volumes', 'volume'],
  ['containers', 'container'],
] as const;

/**
 * What changes from one topology to another, in the order hosts, networks, volumes, containers,
 * intents, then by id and field.
 */
export function diffTopologies(before: Topology, after: Topology): TopologyChange[] {
  return [
    ...KINDS.flatMap(([list, entity]) => diffEntities(entity, before[list], after[list])),
    ...diffEntities('intent', intentsOf(before), intentsOf(after)),
  ];
}

/** An intent has no name but what it says, so that it is there or not. */
function intentsOf({ intents = [] }: Topology): { readonly id: string }[] {
  return intents.map((intent) => ({ id: intentText(intent) }));
}

function diffEntities(
  entity: TopologyChange['entity'],
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): TopologyChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const next = new Map(after.map((item) => [item.id, item]));
  const ids = [...new Set([...old.keys(), ...next.keys()])].sort();
  return ids.flatMap((id): TopologyChange[] => {
    if (!old.has(id)) return [{ kind: 'added', entity, id }];
    if (!next.has(id)) return [{ kind: 'removed', entity, id }];
    return diffValues(old.get(id), next.get(id), []).map((change) => ({
      kind: 'changed',
      entity,
      id,
      ...change,
    }));
  });
}

interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

function diffValues(before: unknown, after: unknown, path: readonly string[]): FieldChange[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after)) {
    return [
      {
        path: path.join('/'),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  }
  return keysOf(before, after).flatMap((key) =>
    diffValues(before[key], after[key], [...path, pointerPart(key)]),
  );
}

/** The keys of both in one order: of a list by number, else by name. */
function keysOf(before: object, after: object): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Array.isArray(before) ? keys.sort((a, b) => Number(a) - Number(b)) : keys.sort();
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
