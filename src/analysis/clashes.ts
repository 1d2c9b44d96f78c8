import { compareText } from './text';

/** Something that clashes with something else, named by the id of where it is. */
export interface Clash<T> {
  readonly item: T;

  /** The one whose id comes first: what Docker would keep when the ids were the order of creation. */
  readonly other: T;
}

/**
 * Each item whose key another one has, too, with the first of them by id; so that the answer does
 * not depend on the order of declaration. Items without a key clash with nothing, and those that the
 * judge lets pass not with each other.
 */
export function* clashes<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
  idOf: (item: T) => string,
  isClash: (item: T, other: T) => boolean = () => true,
): Generator<Clash<T>, void, undefined> {
  const first = new Map<string, T>();
  const shared = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, item);
    else if (shared.get(key)?.push(item) === undefined) shared.set(key, [known, item]);
  }
  for (const group of shared.values()) {
    group.sort((a, b) => compareText(idOf(a), idOf(b)));
    for (const [index, item] of group.entries()) {
      const other = group.find((one, place) => place < index && isClash(item, one));
      if (other !== undefined) yield { item, other };
    }
  }
}
