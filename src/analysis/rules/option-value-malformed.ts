import { tryParseAddress } from '../../ip/address';
import { knownOptions, type OptionKind } from '../driver-options';
import type { Rule } from '../finding';

const WANTED: Readonly<Record<Exclude<OptionKind, 'text'>, string>> = {
  flag: "write 'true' or 'false'",
  integer: "write a number, such as '1450'",
  address: "write an address, such as '127.0.0.1'",
};

export const optionValueMalformed: Rule = {
  code: 'OPTION_VALUE_MALFORMED',
  level: 'error',
  covers: ['N15'],
  summary: 'A driver option has a value that its driver cannot read.',
  *find({ topology }) {
    for (const { id: at, driver, options, external } of topology.networks) {
      const known = external ? undefined : knownOptions(driver);
      if (known === undefined) continue;
      for (const [key, value] of Object.entries(options)) {
        const kind = Object.hasOwn(known, key) ? known[key]?.kind : undefined;
        if (kind === undefined || kind === 'text' || isReadable(kind, value)) continue;
        yield { at, problem: `option ${key} is '${value}'`, fix: WANTED[kind] };
      }
    }
  },
};

/** Go's `strconv.ParseBool`, `strconv.Atoi` and `net.ParseIP`. */
function isReadable(kind: Exclude<OptionKind, 'text'>, value: string): boolean {
  if (kind === 'flag') return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value);
  if (kind === 'integer') return /^\+?\d{1,9}$/.test(value);
  return tryParseAddress(value) !== undefined;
}
