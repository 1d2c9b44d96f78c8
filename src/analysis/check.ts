import type { Topology } from '../topology/topology';
import type { Finding, FindingLevel, Rule } from './finding';
import { createModel } from './model';
import { RULES } from './rules';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'note'];

/** Everything the rules find in the topology: errors first, then by place and code. */
export function findFindings(topology: Topology, rules: readonly Rule[] = RULES): Finding[] {
  const model = createModel(topology);
  const findings = rules.flatMap(({ code, level, find }) =>
    [...find(model)].map((occurrence): Finding => ({ code, level, ...occurrence })),
  );
  return findings.sort(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    ORDER.indexOf(a.level) - ORDER.indexOf(b.level) ||
    compareText(a.at, b.at) ||
    compareText(a.code, b.code) ||
    compareText(a.problem, b.problem)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
