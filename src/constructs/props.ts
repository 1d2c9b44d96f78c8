import { ConfigError } from '../errors';
import {
  expectBoolean,
  expectChoice,
  expectInteger,
  expectList,
  expectRecord,
  expectString,
  expectText,
  unknownProp,
  type IntegerRange,
} from '../expect';
import { parseAddress, type Family } from '../ip/address';
import { parseCidr } from '../ip/cidr';
import { checkInterfaceName } from '../notation/names';
import { isToken } from './token';

/**
 * Checks of one property's value, put together to a table for each props interface. TypeScript
 * makes sure that the table has every property; JavaScript users get the same errors at run time.
 * Values that only Terraform knows pass.
 */
export type Check = (value: unknown, at: string, what: string) => void;

/** One check for each property of the interface. */
export type PropTable<P> = { readonly [K in keyof Required<P>]: Check };

/**
 * Checks the properties that are there; `required` ones must be.
 *
 * @throws ConfigError `PROP_TYPE`, `PROP_UNKNOWN`, `PROP_MISSING` and what the checks throw
 */
export function checkProps<P extends object>(
  props: P,
  table: PropTable<P>,
  at: string,
  required: readonly (keyof P & string)[] = [],
): void {
  expectRecord(props, at, 'props');
  const checks: Readonly<Record<string, Check | undefined>> = table;
  for (const [key, value] of Object.entries(props)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined) throw unknownProp(key, at, Object.keys(table));
    if (value !== undefined && !isToken(value)) check(value, at, key);
  }
  const missing = required.find((key) => props[key] === undefined);
  if (missing === undefined) return;
  throw new ConfigError('PROP_MISSING', {
    at,
    problem: `${missing} is missing`,
    fix: `give ${missing}`,
  });
}

/** The value is checked where it is parsed. */
export const parsedElsewhere: Check = () => undefined;

/** Text with at least one character. */
export const text: Check = expectText;

/** Text, which may be empty. */
export const anyText: Check = expectString;

/** true or false. */
export const flag: Check = expectBoolean;

/** An IPv4 or IPv6 address. */
export const address: Check = (value, at, what) => {
  expectText(value, at, what);
  parseAddress(value, at, what);
};

/** An address of one IP version. */
export function addressIn(family: Family): Check {
  return (value, at, what) => {
    expectText(value, at, what);
    const { family: actual } = parseAddress(value, at, what);
    if (actual === family) return;
    throw new ConfigError('ADDRESS_FAMILY', {
      at,
      problem: `${what} '${value}' is an IPv${String(actual)} address`,
      fix: `write an IPv${String(family)} address`,
    });
  };
}

/** A name that a network interface can have. */
export const interfaceName: Check = (value, at, what) => {
  expectText(value, at, what);
  checkInterfaceName(value, at, what);
};

/** An address block with host bits zero. */
export const cidr: Check = (value, at, what) => {
  expectText(value, at, what);
  parseCidr(value, at, what);
};

/** A whole number. */
export function integer(range: IntegerRange): Check {
  return (value, at, what) => {
    expectInteger(value, at, what, range);
  };
}

/** One of some words. */
export function choice(choices: readonly string[]): Check {
  return (value, at, what) => {
    expectChoice(value, at, what, choices);
  };
}

/** A list whose entries pass the check. */
export function listOf(check: Check): Check {
  return (value, at, what) => {
    expectList(value, at, what);
    for (const entry of value) if (!isToken(entry)) check(entry, at, `an entry of ${what}`);
  };
}

/** An object with any keys, whose values pass the check. */
export function mapOf(check: Check): Check {
  return (value, at, what) => {
    expectRecord(value, at, what);
    for (const [key, entry] of Object.entries(value)) {
      expectText(key, at, `a name in ${what}`);
      if (!isToken(entry)) check(entry, at, `${what}.${key}`);
    }
  };
}

/** An object with the properties of the table, of which the required ones must be there. */
export function recordOf<P extends object>(
  table: PropTable<P>,
  required: readonly (keyof P & string)[] = [],
): Check {
  return (value, at, what) => {
    expectRecord(value, at, what);
    checkProps(value as P, table, `${at}: ${what}`, required);
  };
}
