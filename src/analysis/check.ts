import type { Topology } from '../topology/topology';
import type { Finding, FindingLevel } from './finding';
import { createModel } from './model';
import { RULES } from './rules';
import { compareText } from './text';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'note'];

/** Everything the rules find in the topology: errors first, then by place and code. */
export function findFindings(topology: Topology): Finding[] {
  const model = createModel(topology);
  const findings: Finding[] = [];
  for (const { code, level, find } of RULES) {
    for (const { at, problem, fix } of find(model)) {
      findings.push({ code, level, at, problem, fix });
    }
  }
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
