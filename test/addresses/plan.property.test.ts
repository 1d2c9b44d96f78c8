import * as fc from 'fast-check';
import type { Lock } from '../../src/addresses/lock';
import { contains, overlaps, parseCidr } from '../../src/ip/cidr';
import { anyHistory, plan, Program } from './history';

/** Runs the program after each edit, and looks at two runs in a row. */
function forEachStep(look: (program: Program, step: Step) => void): void {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const program = new Program();
      let before = program.given(program.run());
      for (const [index, edit] of history.entries()) {
        program.edit(edit);
        const lockBefore = program.lock;
        const made = program.run(index);
        const after = program.given(made);
        look(program, { before, after, lockBefore });
        before = after;
      }
    }),
    { numRuns: 100 },
  );
}

interface Step {
  readonly before: ReturnType<Program['given']>;
  readonly after: ReturnType<Program['given']>;
  readonly lockBefore: Lock;
}

test('what stays keeps its addresses, whatever else is added, removed, moved or resized', () => {
  let compared = 0;
  forEachStep((_, { before, after }) => {
    for (const [key, address] of after.addresses) {
      const old = before.addresses.get(key);
      if (old === undefined) continue;
      compared += 1;
      expect(`${key} ${address}`).toBe(`${key} ${old}`);
    }
  });
  expect(compared).toBeGreaterThan(1000);
});

test('what stays keeps its block; one that is resized stays around its addresses', () => {
  forEachStep((_, { before, after }) => {
    for (const [key, cidr] of after.blocks) {
      const old = before.blocks.get(key);
      if (old === undefined || old === cidr) continue;
      const [one, two] = [parseCidr(old, key), parseCidr(cidr, key)];
      expect(contains(one, two) || contains(two, one)).toBe(true);
    }
  });
});

test('no two live entries overlap', () => {
  forEachStep(({ lock }) => {
    const live = [...lock.values()].filter(({ removed }) => removed === undefined);
    for (const [index, block] of live.entries()) {
      for (const other of live.slice(index + 1))
        expect(overlaps(block.cidr, other.cidr)).toBe(false);
      const values = [...block.addresses.values()]
        .filter(({ removed }) => removed === undefined)
        .map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      for (const value of values) {
        expect(contains(block.cidr, { family: block.family, value })).toBe(true);
      }
    }
  });
});

test('what Docker picks by itself never collides with what the plan gave', () => {
  let ranges = 0;
  forEachStep(({ lock }) => {
    for (const { family, dynamic, addresses, removed } of lock.values()) {
      if (dynamic === undefined || removed !== undefined) continue;
      ranges += 1;
      for (const { value, removed: gone } of addresses.values()) {
        if (gone === undefined) expect(contains(dynamic, { family, value })).toBe(false);
      }
    }
  });
  expect(ranges).toBeGreaterThan(100);
});

test('the order of declaration does not matter', () => {
  forEachStep((program, { lockBefore }) => {
    const [one, two] = [1, 2].map((seed) => plan(program.requests(seed), lockBefore));
    expect(program.given(one!)).toEqual(program.given(two!));
    expect(one?.lock).toEqual(two?.lock);
    expect(one?.problems).toEqual(two?.problems);
  });
});

test('running a program once more changes nothing', () => {
  forEachStep((program) => {
    const lock = program.lock;
    program.run(5);
    expect(program.lock).toEqual(lock);
  });
});
