import { nearest } from '../../expect';
import { driverOf, knownOptions } from '../driver-options';
import type { Rule } from '../finding';

/** Docker stores whatever it is given, and looks at what it knows. */
export const optionUnknown: Rule = {
  code: 'OPTION_UNKNOWN',
  level: 'warning',
  covers: ['N15'],
  summary: 'A network has a driver option that its driver does not know.',
  *find({ topology }) {
    for (const { id: at, driver, options, external } of topology.networks) {
      const known = external ? undefined : knownOptions(driver);
      if (known === undefined) continue;
      for (const key of Object.keys(options)) {
        if (Object.hasOwn(known, key)) continue;
        const fix = adviceFor(key, known);
        if (fix === undefined) continue;
        yield {
          at,
          problem: `the ${driver ?? ''} driver knows no option ${key}, and Docker ignores it`,
          fix,
        };
      }
    }
  },
};

/** What to do about it; nothing when it may be a label of the user's own. */
function adviceFor(key: string, known: object): string | undefined {
  const near = nearest(key, Object.keys(known)) ?? withPrefix(key, known);
  if (near !== undefined) return `did you mean ${near}?`;
  const other = driverOf(key);
  if (other !== undefined) return `remove it, or use a network of the ${other} driver`;
  return key.startsWith('com.docker.network.') ? 'remove it' : undefined;
}

/** `enable_icc` without its prefix, as older texts have it. */
function withPrefix(key: string, known: object): string | undefined {
  return Object.keys(known).find((name) => name.endsWith(`.${key}`));
}
