import { expectInteger, expectRecord } from '../expect';
import { checkUlimit, type Ulimit } from '../notation/ulimit';

/** Limits of the kernel for each process by name; one number is both limits, -1 is unlimited. */
export type UlimitProps = Readonly<
  Record<string, number | { readonly soft: number; readonly hard: number }>
>;

/**
 * Checked limits in the order of their names.
 *
 * @throws ConfigError `ULIMIT_MALFORMED`, `PROP_TYPE`
 */
export function ulimitsOf(props: UlimitProps, at: string): Ulimit[] {
  expectRecord(props, at, 'ulimits');
  return Object.keys(props)
    .sort()
    .map((name) => {
      const value: unknown = props[name];
      const ulimit = { name, ...limitsOf(value, at, `ulimits.${name}`) };
      checkUlimit(ulimit, at);
      return ulimit;
    });
}

function limitsOf(value: unknown, at: string, what: string): { soft: number; hard: number } {
  if (typeof value === 'number') return { soft: value, hard: value };
  expectRecord(value, at, what);
  const { soft, hard } = value as { soft?: unknown; hard?: unknown };
  expectInteger(soft, at, `${what}.soft`, { min: -1 });
  expectInteger(hard, at, `${what}.hard`, { min: -1 });
  return { soft, hard };
}
