import { ConfigError } from '../errors';
import { nearest, show } from '../expect';
import { ACCEPTED_FINDING_ABSENT } from './accepted';
import type { RuleSummary } from './finding';
import { RULES } from './rules';

/** What can be found, by code: every rule, and what is said of acceptances. */
export const FINDING_CODES: ReadonlyMap<string, RuleSummary> = new Map(
  [...RULES, ACCEPTED_FINDING_ABSENT].map((rule) => [rule.code, rule]),
);

/**
 * Refuses a code that no finding has.
 *
 * @throws ConfigError `FINDING_CODE_UNKNOWN`
 */
export function checkFindingCode(code: string, at: string): void {
  if (FINDING_CODES.has(code)) return;
  const near = nearest(code, FINDING_CODES.keys());
  throw new ConfigError('FINDING_CODE_UNKNOWN', {
    at,
    problem: `no finding has the code ${show(code)}`,
    fix: near === undefined ? 'write it as it ends the message' : `did you mean '${near}'?`,
  });
}
