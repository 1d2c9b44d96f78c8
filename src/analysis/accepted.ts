import type { Acceptance } from '../topology/topology';
import type { AcceptedFinding, Finding, RuleSummary } from './finding';
import type { Model } from './model';

/** What is said of an accepted finding that is not there; not a rule, since it needs what they found. */
export const ACCEPTED_FINDING_ABSENT: RuleSummary = {
  code: 'ACCEPTED_FINDING_ABSENT',
  level: 'note',
  covers: [],
  summary: 'A finding is accepted in code and does not occur.',
};

/** Findings, those that are accepted apart from the others. */
export interface Sorted {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/** Takes out what is accepted, and notes what is accepted in vain. */
export function sortOutAccepted(findings: readonly Finding[], model: Model): Sorted {
  const acceptances = model.topology.accepted;
  if (acceptances.length === 0) return { open: findings, accepted: [] };
  const reasons = new Map(acceptances.map((each) => [keyOf(each), each.reason]));
  const accepted: AcceptedFinding[] = [];
  const open: Finding[] = [];
  for (const finding of findings) {
    const reason = reasons.get(keyOf(finding));
    if (reason === undefined) open.push(finding);
    else accepted.push({ ...finding, reason });
  }
  const found = new Set(accepted.map(keyOf));
  const absent = acceptances.filter((each) => !found.has(keyOf(each)) && isKnown(each, model));
  return { open: [...open, ...absent.map(absentFinding)], accepted };
}

function keyOf({ code, at }: Pick<Finding, 'code' | 'at'>): string {
  return `${code} ${at}`;
}

/** Where only Terraform knows a value, the finding may yet show in the plan. */
function isKnown({ at }: Acceptance, { networks, volumes, containers }: Model): boolean {
  const entity = containers.get(at) ?? networks.get(at) ?? volumes.get(at);
  return entity === undefined || entity.unknown.length === 0;
}

function absentFinding({ code, at, reason }: Acceptance): Finding {
  return {
    code: ACCEPTED_FINDING_ABSENT.code,
    level: ACCEPTED_FINDING_ABSENT.level,
    at,
    problem: `${code} is accepted here ('${reason}') and does not occur`,
    fix: 'remove the acceptFinding',
  };
}
