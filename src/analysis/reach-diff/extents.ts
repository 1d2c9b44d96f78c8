import type { Relation } from '../reach/relation/relation';
import { EXTENTS, type Extent } from './reach-change';

/** How far the classes of a relation get to each other; each row is read once. */
export class Extents {
  private readonly rows = new Map<number, Uint8Array>();

  constructor(private readonly relation: Relation) {}

  /** How far a class gets to each one, as numbers of {@link EXTENTS}; a class that is not there gets nowhere. */
  rowOf(from: number | undefined): Uint8Array {
    if (from === undefined) return NOWHERE;
    const known = this.rows.get(from);
    if (known !== undefined) return known;
    const { address, published, unknown } = this.relation.targetsOf(from);
    const row = new Uint8Array(this.relation.classes.length);
    fill(row, unknown, 'unknown');
    fill(row, published, 'published');
    fill(row, address, 'all');
    this.rows.set(from, row);
    return row;
  }
}

const NOWHERE = new Uint8Array(0);

function fill(row: Uint8Array, indexes: readonly number[], extent: Extent): void {
  for (const index of indexes) row[index] = EXTENTS.indexOf(extent);
}
