import { expectRecord } from '../expect';
import { checkUlimit, type Ulimit } from '../notation/ulimit';
import { integer, recordOf } from './props';

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

type Limits = Pick<Ulimit, 'soft' | 'hard'>;

const LIMITS = recordOf<Limits>({ soft: integer({ min: -1 }), hard: integer({ min: -1 }) }, [
  'soft',
  'hard',
]);

function limitsOf(value: unknown, at: string, what: string): Limits {
  if (typeof value === 'number') return { soft: value, hard: value };
  LIMITS(value, at, what);
  return { ...(value as Limits) };
}
