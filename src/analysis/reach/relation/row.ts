import type { Openness } from '../../exposure/socket';
import { addAll, addBit, dropAll, dropBit, emptyBits, hasBit, type Bits } from './bits';
import type { ClassSet } from './class-set';

/** Classes that somebody reaches, and those of which nothing is known. No class is in both. */
export class Row {
  readonly yes: Bits;
  readonly unknown: Bits;

  /** Whether anything may be in `unknown`. */
  mayHaveUnknown = false;

  constructor(size: number) {
    this.yes = emptyBits(size);
    this.unknown = emptyBits(size);
  }

  clear(): void {
    this.yes.fill(0);
    if (this.mayHaveUnknown) this.unknown.fill(0);
    this.mayHaveUnknown = false;
  }

  /** One more way to the classes: the best one counts. */
  add(set: ClassSet, verdict: Openness): void {
    if (verdict === 'no') return;
    if (set.list === undefined) this.addBits(set.bits, verdict);
    else for (const index of set.list) this.addOne(index, verdict);
  }

  private addBits(bits: Bits, verdict: Openness): void {
    if (verdict === 'unknown') {
      this.mayHaveUnknown = true;
      addAll(this.unknown, bits);
      dropAll(this.unknown, this.yes);
      return;
    }
    addAll(this.yes, bits);
    if (this.mayHaveUnknown) dropAll(this.unknown, bits);
  }

  /** One more way to one class. */
  addOne(index: number, verdict: Openness): void {
    if (verdict === 'no' || hasBit(this.yes, index)) return;
    if (verdict === 'unknown') this.mayHaveUnknown = true;
    else if (this.mayHaveUnknown) dropBit(this.unknown, index);
    addBit(verdict === 'yes' ? this.yes : this.unknown, index);
  }

  /** What is true of the classes, whatever was said of them before. */
  set(bits: Bits, verdict: Openness): void {
    dropAll(this.yes, bits);
    if (this.mayHaveUnknown) dropAll(this.unknown, bits);
    if (verdict !== 'no') this.addBits(bits, verdict);
  }

  /** What is true of one class, whatever was said of it before. */
  setOne(index: number, verdict: Openness): void {
    this.drop(index);
    this.addOne(index, verdict);
  }

  /** Nothing is said of the class. */
  drop(index: number): void {
    dropBit(this.yes, index);
    dropBit(this.unknown, index);
  }
}

/** Everything that an asker reaches. */
export interface Rows {
  /** By the targets' own addresses, on any port. */
  readonly address: Row;

  /** On ports that the targets publish, or open to those that link them. */
  readonly published: Row;
}
