import { expectInteger, expectRecord, unknownProp } from '../../expect';
import { checkUlimit, type Ulimit } from '../../notation/ulimit';
import type { DaemonUlimits } from './settings';
import type { ValueCheck } from './value';

/** Limits of a process, whose names are keys of the map. */
export const ulimits: ValueCheck = (value, at, what) => {
  expectRecord(value, at, what);
  for (const [name, limits] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    const place = `${what}.${name}`;
    expectRecord(limits, at, place);
    const { soft, hard, ...others } = limits as Partial<Ulimit>;
    const [other] = Object.keys(others);
    if (other !== undefined) throw unknownProp(other, `${at}: ${place}`, ['soft', 'hard']);
    expectInteger(soft, at, `${place}.soft`, { min: -1 });
    expectInteger(hard, at, `${place}.hard`, { min: -1 });
    checkUlimit({ name, soft, hard }, at);
  }
};

/** The file's form, which has the name twice: dockerd reads the inner one. */
export function writeUlimits(value: unknown): unknown {
  return Object.fromEntries(
    Object.entries(value as DaemonUlimits).map(([name, { soft, hard }]) => [
      name,
      { Hard: hard, Name: name, Soft: soft },
    ]),
  );
}

/** Limits of the file's form. What is not in that form is left as it is, for the check to refuse. */
export function readUlimits(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).map(([name, limits]) => [
      name,
      readOne(name, limits),
    ]),
  );
}

function readOne(name: string, limits: unknown): unknown {
  if (typeof limits !== 'object' || limits === null) return limits;
  const { Hard: hard, Name: inner, Soft: soft, ...others } = limits as Record<string, unknown>;
  return { ...(inner === name ? {} : { Name: inner }), soft, hard, ...others };
}
