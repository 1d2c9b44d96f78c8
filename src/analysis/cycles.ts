import { compareText } from './text';

/** Ids that a node needs. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * Cycles of a graph, each as its ids in order and beginning with the smallest one; every part of the
 * graph that hangs together in a cycle has at least one. Linear in nodes and edges.
 */
export function findCycles(needs: Needs): string[][] {
  const left = withoutAcyclic(needs);
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of [...left].sort(compareText)) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !seen.has(id)) {
      seen.add(id);
      places.set(id, path.length);
      path.push(id);
      id = smallest(needs.get(id) ?? [], left);
    }
    const begin = id === undefined ? undefined : places.get(id);
    if (begin !== undefined) cycles.push(fromSmallest(path.slice(begin)));
  }
  return cycles;
}

/** What is left when everything is taken away that needs nothing that is left. */
function withoutAcyclic(needs: Needs): ReadonlySet<string> {
  const neededBy = dependantsOf(needs);
  const open = new Map<string, number>();
  const done = [...neededBy.keys()].filter((id) => !needs.has(id));
  for (const [id, targets] of needs) {
    if (targets.length === 0) done.push(id);
    else open.set(id, targets.length);
  }
  for (const id of done) {
    open.delete(id);
    for (const dependant of neededBy.get(id) ?? []) {
      const count = (open.get(dependant) ?? 0) - 1;
      open.set(dependant, count);
      if (count === 0) done.push(dependant);
    }
  }
  return new Set(open.keys());
}

/** Ids that need each id, with repetition. */
function dependantsOf(needs: Needs): ReadonlyMap<string, readonly string[]> {
  const neededBy = new Map<string, string[]>();
  for (const [id, targets] of needs) {
    for (const target of targets) {
      const list = neededBy.get(target);
      if (list === undefined) neededBy.set(target, [id]);
      else list.push(id);
    }
  }
  return neededBy;
}

function smallest(ids: readonly string[], among: ReadonlySet<string>): string | undefined {
  return ids.filter((id) => among.has(id)).sort(compareText)[0];
}

function fromSmallest(cycle: readonly string[]): string[] {
  const start = cycle.reduce((best, id, index) => (id < (cycle[best] ?? id) ? index : best), 0);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
