import type { Extents } from './extents';
import { EXTENTS, type Extent } from './reach-change';
import type { SharedClass } from './shared-classes';

/** Classes of which each of `from` gets further or less far to each of `to`. */
export interface PairChange {
  readonly before: Extent;
  readonly after: Extent;
  readonly from: readonly SharedClass[];
  readonly to: readonly SharedClass[];
}

/** The same by the numbers of the classes. */
interface Draft {
  readonly before: Extent;
  readonly after: Extent;
  readonly from: number[];
  readonly to: number[];
}

/**
 * What changes between the classes. Targets that the same classes get to in the same way are one
 * change: a target that is not among its own sources differs from the others by nothing else.
 */
export function pairChanges(
  classes: readonly SharedClass[],
  before: Extents,
  after: Extents,
): PairChange[] {
  const changes = new Map<string, Draft>();
  classes.forEach((_, target) => {
    for (const draft of changesTo(classes, target, { before, after })) {
      const from = withItself(classes, draft.from, target);
      const key = `${draft.before} ${draft.after} ${from.join(' ')}${isPair(classes, from) ? ` ${String(target)}` : ''}`;
      const known = changes.get(key);
      if (known === undefined) changes.set(key, draft);
      else merge(known, from, target);
    }
  });
  return [...changes.values()].sort(compareDrafts).map(({ from, to, ...extents }) => ({
    ...extents,
    from: pick(classes, from),
    to: pick(classes, to),
  }));
}

/** One container among its own sources means nothing; two of one class would mean each other. */
function withItself(
  classes: readonly SharedClass[],
  from: readonly number[],
  target: number,
): readonly number[] {
  if (from.includes(target) || classes[target]?.containers.length !== 1) return from;
  return [...from, target].sort((a, b) => a - b);
}

/** Two containers are told one by one, each with its ports. */
function isPair(classes: readonly SharedClass[], indexes: readonly number[]): boolean {
  return indexes.length === 2 && indexes.every((index) => classes[index]?.containers.length === 1);
}

/** Who gets further comes first, since it is what a review is about. */
function compareDrafts(a: Draft, b: Draft): number {
  return EXTENTS.indexOf(b.after) - EXTENTS.indexOf(a.after) || (a.to[0] ?? 0) - (b.to[0] ?? 0);
}

/** From the second target on, all of them are sources of each other. */
function merge(known: Draft, from: readonly number[], target: number): void {
  known.to.push(target);
  known.from.splice(0, known.from.length, ...from);
}

interface Sides {
  readonly before: Extents;
  readonly after: Extents;
}

/** Who gets further, or less far, to one class: one entry for each way in which it changes. */
function changesTo(
  classes: readonly SharedClass[],
  target: number,
  { before, after }: Sides,
): Iterable<Draft> {
  const found = new Map<number, Draft>();
  const to = classes[target];
  classes.forEach((from, source) => {
    if (to === undefined || (from === to && from.containers.length < 2)) return;
    const was = extentIn(before.rowOf(from.before), to.before);
    const is = extentIn(after.rowOf(from.after), to.after);
    if (was === is) return;
    const key = was * EXTENTS.length + is;
    const known = found.get(key);
    if (known === undefined) found.set(key, draftOf([was, is], source, target));
    else known.from.push(source);
  });
  return found.values();
}

function extentIn(row: Uint8Array, to: number | undefined): number {
  return to === undefined ? 0 : (row[to] ?? 0);
}

function draftOf([was, is]: readonly [number, number], source: number, target: number): Draft {
  const [before = 'none', after = 'none'] = [EXTENTS[was], EXTENTS[is]];
  return { before, after, from: [source], to: [target] };
}

function pick(classes: readonly SharedClass[], indexes: readonly number[]): SharedClass[] {
  return indexes.flatMap((index) => classes[index] ?? []);
}
