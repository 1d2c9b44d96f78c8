import { ACCEPTED_FINDING_ABSENT } from './accepted';
import type { RuleSummary } from './finding';
import { RULES } from './rules';

/** What can be found, by code: every rule, and what is said of acceptances. */
export const FINDING_CODES: ReadonlyMap<string, RuleSummary> = new Map(
  [...RULES, ACCEPTED_FINDING_ABSENT].map((rule) => [rule.code, rule]),
);
