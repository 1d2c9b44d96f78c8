import { addBit, emptyBits, membersOf, type Bits } from './bits';

/** Numbers of classes, added by rising number; as a list as long as they are few, and as bits when those are asked for. */
export class ClassSet {
  private members: number[] | undefined = [];
  private set: Bits | undefined;
  private last = -1;

  constructor(private readonly size: number) {}

  /** Adds a number that is not below those before. */
  add(index: number): void {
    if (index === this.last) return;
    this.last = index;
    if (this.set !== undefined) addBit(this.set, index);
    if (this.members === undefined) return;
    this.members.push(index);
    // From here on it is faster to look at all the words.
    if (this.members.length * 32 <= this.size) return;
    this.set = this.bits;
    this.members = undefined;
  }

  /** Whether nothing was added. */
  get isEmpty(): boolean {
    return this.last < 0;
  }

  /** The numbers as bits. */
  get bits(): Bits {
    if (this.set !== undefined) return this.set;
    this.set = emptyBits(this.size);
    for (const index of this.members ?? []) addBit(this.set, index);
    return this.set;
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
