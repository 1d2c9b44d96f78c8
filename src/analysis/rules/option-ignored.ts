import type { Version } from '../../notation/version';
import { knownOptions } from '../driver-options';
import { describeEngine, engineVersion, mayBeBefore } from '../engine';
import type { Rule } from '../finding';

/** Gateway modes of engine 27; the others came later, and what only repeats the default does no harm. */
const MODES: Readonly<Record<string, Version | 'default'>> = {
  nat: 'default',
  'nat-unprotected': [28],
  isolated: [28],
};

/** An old engine takes the option and does what it always did, however unsafe that is here. */
export const optionIgnored: Rule = {
  code: 'OPTION_IGNORED',
  level: 'warning',
  covers: ['N15', 'M25'],
  summary: 'A network has a driver option that its engine is too old for.',
  *find(model) {
    for (const { id: at, host, driver, options, external } of model.topology.networks) {
      const known = external ? undefined : knownOptions(driver);
      if (known === undefined) continue;
      for (const [key, value] of Object.entries(options)) {
        const since = Object.hasOwn(known, key)
          ? firstEngine(key, value, known[key]?.since)
          : undefined;
        if (since === undefined || !mayBeBefore(model, host, since)) continue;
        yield {
          at,
          problem: `option ${key} = ${value} needs engine ${since.join('.')}, older ones ignore or refuse it, and ${describeEngine(model, host)}`,
          fix:
            engineVersion(model, host) === undefined
              ? 'say engineVersion of the DockerHost when it is that new, or drop the option'
              : 'use a newer engine, or drop the option',
        };
      }
    }
  },
};

function firstEngine(key: string, value: string, since: Version | undefined): Version | undefined {
  if (key.endsWith('.enable_ipv4')) return undefined; // told by IPV4_SUBNET_MISSING
  const mode = key.includes('.gateway_mode_') ? MODES[value] : undefined;
  return mode === 'default' ? undefined : (mode ?? since);
}
