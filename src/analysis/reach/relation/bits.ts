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

/** Weights of the numbers: for each power of two, those numbers that have it in their weight. */
export type Weights = readonly Bits[];

/** The weights, in the order of the numbers. */
export function weightsOf(each: readonly number[]): Weights {
  const planes: Bits[] = [];
  each.forEach((weight, index) => {
    for (let power = 0; weight >> power > 0; power += 1) {
      const plane = (planes[power] ??= emptyBits(each.length));
      if (((weight >> power) & 1) === 1) addBit(plane, index);
    }
  });
  return planes;
}

/** Sum of the weights of the numbers in the set that are not in the other one. */
export function weigh(bits: Bits, planes: Weights, without?: Bits): number {
  let sum = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const left = without === undefined ? 0 : (without[word] ?? 0);
    const rest = (bits[word] ?? 0) & ~left;
    if (rest !== 0) sum += weighWord(rest, planes, word);
  }
  return sum;
}

function weighWord(bits: number, planes: Weights, word: number): number {
  let sum = 0;
  for (let power = 0; power < planes.length; power += 1) {
    const having = bits & (planes[power]?.[word] ?? 0);
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
