import { ACCEPTED_FINDING_ABSENT } from './accepted';
import type { Rule } from './finding';
import { RULES } from './rules';

/** What can be found, by code: every rule, and what is said of acceptances. */
export const FINDING_CODES: ReadonlyMap<string, Pick<Rule, 'code' | 'level' | 'summary'>> = new Map(
  [...RULES, ACCEPTED_FINDING_ABSENT].map((rule) => [rule.code, rule]),
);
