/** A set of small numbers, 32 of them in each word. */
export type Bits = Uint32Array;

/** No numbers; there is room for those below the size. */
export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** Puts a number in. */
export function addBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31));
}

/** Whether the number is in it. */
export function hasBit(bits: Bits, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** Takes a number out. */
export function dropBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (index & 31));
}

/** Adds what is in the other one. */
export function addAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
  }
}

/** Takes out what is in the other one. */
export function dropAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) & ~(other[word] ?? 0);
  }
}

/** Takes out what is not in the other one. */
export function keepAll(bits: Bits, other: Bits): void {
  for (let word = 0; word < bits.length; word += 1) {
    bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
  }
}

/** The numbers in the set, rising. */
export function* membersOf(bits: Bits): Generator<number, void, undefined> {
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] ?? 0;
    while (rest !== 0) {
      yield word * 32 + (31 - Math.clz32(rest & -rest));
      rest &= rest - 1;
    }
  }
}

/**
 * Weights of the numbers, as bits: for each word of numbers, which of them have a one in their weight, then
 * which have a two, and so on.
 */
export interface Weights {
  readonly planes: Bits;

  /** Words of planes for each word of numbers. */
  readonly powers: number;
}

/** The weights, in the order of the numbers. */
export function weightsOf(each: readonly number[]): Weights {
  const largest = each.reduce((most, weight) => Math.max(most, weight), 1);
  const powers = 32 - Math.clz32(largest);
  const planes = new Uint32Array(emptyBits(each.length).length * powers);
  each.forEach((weight, index) => {
    for (let power = 0; power < powers; power += 1) {
      if (((weight >>> power) & 1) === 0) continue;
      const place = (index >>> 5) * powers + power;
      planes[place] = (planes[place] ?? 0) | (1 << (index & 31));
    }
  });
  return { planes, powers };
}

/** Sum of the weights of the numbers in the set. */
export function weigh(bits: Bits, weights: Weights): number {
  let sum = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const rest = bits[word] ?? 0;
    if (rest !== 0) sum += weighWord(rest, weights, word);
  }
  return sum;
}

/** Sum of the weights of the numbers that are in the set and not in the other one. */
export function weighRest(bits: Bits, without: Bits, weights: Weights): number {
  let sum = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const rest = (bits[word] ?? 0) & ~(without[word] ?? 0);
    if (rest !== 0) sum += weighWord(rest, weights, word);
  }
  return sum;
}

function weighWord(bits: number, { planes, powers }: Weights, word: number): number {
  let sum = 0;
  for (let power = 0; power < powers; power += 1) {
    const having = bits & (planes[word * powers + power] ?? 0);
    if (having !== 0) sum += ones(having) * 2 ** power;
  }
  return sum;
}

/** How many bits of the word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
