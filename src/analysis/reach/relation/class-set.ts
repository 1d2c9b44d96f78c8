import { addBit, emptyBits, hasBit, membersOf, type Bits } from './bits';

/** Numbers of classes; as a list, too, as long as they are few. */
export class ClassSet {
  readonly bits: Bits;
  private members: number[] | undefined = [];

  constructor(size: number) {
    this.bits = emptyBits(size);
  }

  add(index: number): void {
    if (hasBit(this.bits, index)) return;
    addBit(this.bits, index);
    if (this.members === undefined) return;
    this.members.push(index);
    // From here on it is faster to look at all the words.
    if (this.members.length > this.bits.length) this.members = undefined;
  }

  /** The numbers, where they are few. */
  get list(): readonly number[] | undefined {
    return this.members;
  }

  /** The numbers. */
  all(): Iterable<number> {
    return this.members ?? membersOf(this.bits);
  }
}
