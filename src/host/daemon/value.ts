import { ConfigError } from '../../errors';
import {
  expectBoolean,
  expectChoice,
  expectInteger,
  expectList,
  expectRecord,
  expectString,
  expectText,
  show,
  type IntegerRange,
} from '../../expect';
import { bitsOf, parseAddress, type Family } from '../../ip/address';
import { parseCidr } from '../../ip/cidr';
import { parseSize } from '../../notation/size';
import { parseVersion } from '../../notation/version';
import { checkFamily } from './family';

/** Refuses a value that is wrong by itself. Each throws a ConfigError naming the place and the value. */
export type ValueCheck = (value: unknown, at: string, what: string) => void;

/** true or false. */
export const flag: ValueCheck = expectBoolean;

/** Text with at least one character. */
export const text: ValueCheck = expectText;

/** Text, which may be empty. */
export const anyText: ValueCheck = expectString;

/** A whole number. */
export function integer(range: IntegerRange): ValueCheck {
  return (value, at, what) => {
    expectInteger(value, at, what, range);
  };
}

/** One of some words. */
export function choice(...choices: readonly string[]): ValueCheck {
  return (value, at, what) => {
    expectChoice(value, at, what, choices);
  };
}

/** An address of one IP version, or of any. */
export function address(family?: Family): ValueCheck {
  return (value, at, what) => {
    expectText(value, at, what);
    checkFamily(parseAddress(value, at, what).family, family, { at, what, value });
  };
}

/** A block with host bits zero, of one IP version. */
export function block(family: Family): ValueCheck {
  return (value, at, what) => {
    expectText(value, at, what);
    checkFamily(parseCidr(value, at, what).family, family, { at, what, value });
  };
}

/** The path of a file or folder from the root. */
export const path: ValueCheck = (value, at, what) => {
  expectText(value, at, what);
  if (value.startsWith('/')) return;
  throw new ConfigError('PATH_NOT_ABSOLUTE', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: 'write the path from the root, beginning with /',
  });
};

/** A number of bytes, or a size with a unit. */
export const size: ValueCheck = (value, at, what) => {
  parseSize(value, at, what);
};

/** A version of the API: `1.44`. */
export const version: ValueCheck = (value, at, what) => {
  expectText(value, at, what);
  parseVersion(value, at, what);
};

/** A list whose entries pass the check. */
export function listOf(check: ValueCheck): ValueCheck {
  return (value, at, what) => {
    expectList(value, at, what);
    for (const entry of value) check(entry, at, `an entry of ${what}`);
  };
}

/** An object with any names, whose values pass the check. */
export function mapOf(check: ValueCheck): ValueCheck {
  return (value, at, what) => {
    expectRecord(value, at, what);
    for (const [name, entry] of Object.entries(value)) check(entry, at, `${what}.${name}`);
  };
}

/** An object whose content the engine alone knows. */
export const anyObject: ValueCheck = expectRecord;

/** `name=value`. */
export const assignment: ValueCheck = (value, at, what) => {
  expectText(value, at, what);
  if (/^[^=]+=/.test(value)) return;
  throw new ConfigError('DAEMON_VALUE_MALFORMED', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: "write 'name=value'",
  });
};

/** A firewall mark, decimal or hexadecimal, with an optional mask. */
export const mark: ValueCheck = (value, at, what) => {
  expectText(value, at, what);
  const parts = value.split('/');
  const isMark = (part: string): boolean =>
    /^(0x[\da-f]{1,8}|0|[1-9]\d{0,9})$/i.test(part) && Number(part) <= 0xffffffff;
  if (parts.length <= 2 && parts.every(isMark)) return;
  throw new ConfigError('DAEMON_VALUE_MALFORMED', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: "write a mark of 32 bits with an optional mask, such as '0x100' or '0x100/0xff00'",
  });
};

/** A pool: dockerd takes no network larger than the pool itself. */
export const pool: ValueCheck = (value, at, what) => {
  expectRecord(value, at, what);
  const { base, size: prefix, ...others } = value as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new ConfigError('PROP_UNKNOWN', {
      at,
      problem: `${what} has '${other}'`,
      fix: "a pool has 'base' and 'size'",
    });
  }
  expectText(base, at, `base of ${what}`);
  const { family, prefix: min } = parseCidr(base, at, `base of ${what}`);
  expectInteger(prefix, at, `size of the pool ${base}`, { min, max: bitsOf(family) });
};
