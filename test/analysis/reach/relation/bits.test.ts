import fc from 'fast-check';
import {
  addAll,
  addBit,
  dropAll,
  dropBit,
  emptyBits,
  hasBit,
  keepAll,
  membersOf,
  weigh,
  weighRest,
  weightsOf,
  type Bits,
} from '../../../../src/analysis/reach/relation/bits';

const SIZE = 100;
const numbers = fc.uniqueArray(fc.nat(SIZE - 1));

function bitsOf(members: Iterable<number>): Bits {
  const bits = emptyBits(SIZE);
  for (const member of members) addBit(bits, member);
  return bits;
}

const sorted = (members: Iterable<number>): number[] => [...members].sort((a, b) => a - b);

test('holds what was put in, and nothing else', () => {
  fc.assert(
    fc.property(numbers, (members) => {
      const bits = bitsOf(members);
      expect([...membersOf(bits)]).toEqual(sorted(members));
      for (let index = 0; index < SIZE; index += 1) {
        expect(hasBit(bits, index)).toBe(members.includes(index));
      }
    }),
  );
});

test('union, difference and intersection are those of sets', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [union, difference, both] = [bitsOf(a), bitsOf(a), bitsOf(a)];
      addAll(union, bitsOf(b));
      dropAll(difference, bitsOf(b));
      keepAll(both, bitsOf(b));
      expect([...membersOf(union)]).toEqual(sorted(new Set([...a, ...b])));
      expect([...membersOf(difference)]).toEqual(sorted(a.filter((each) => !b.includes(each))));
      expect([...membersOf(both)]).toEqual(sorted(a.filter((each) => b.includes(each))));
    }),
  );
});

test('one number is taken out', () => {
  const bits = bitsOf([0, 31, 32, 99]);
  dropBit(bits, 31);
  dropBit(bits, 40);
  expect([...membersOf(bits)]).toEqual([0, 32, 99]);
});

test('weighs what is in it, and not in the other one', () => {
  const weights = fc.array(fc.constantFrom(0, 1, 1, 1, 2, 7, 300), {
    minLength: SIZE,
    maxLength: SIZE,
  });
  fc.assert(
    fc.property(numbers, numbers, weights, (members, others, each) => {
      const weight = (sum: number, member: number): number => sum + (each[member] ?? 0);
      const rest = members.filter((member) => !others.includes(member));
      expect(weigh(bitsOf(members), weightsOf(each))).toBe(members.reduce(weight, 0));
      expect(weighRest(bitsOf(members), bitsOf(others), weightsOf(each))).toBe(
        rest.reduce(weight, 0),
      );
    }),
  );
});
