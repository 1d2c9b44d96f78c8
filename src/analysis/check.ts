import type { Topology } from '../topology/topology';
import { sortOutAccepted } from './accepted';
import { FINDING_LEVELS, type AcceptedFinding, type Finding } from './finding';
import { createModel } from './model';
import { RULES } from './rules';
import { compareText } from './text';

/** What the rules find in a topology. */
export interface Checked {
  /** What is not accepted: errors first, then by place and code. */
  readonly findings: readonly Finding[];

  /** What the definition accepts, in the same order. */
  readonly accepted: readonly AcceptedFinding[];
}

/** Everything the rules find in the topology. */
export function checkTopology(topology: Topology): Checked {
  const model = createModel(topology);
  const all: Finding[] = [];
  for (const { code, level, find } of RULES) {
    for (const { at, problem, fix } of find(model)) all.push({ code, level, at, problem, fix });
  }
  const { open, accepted } = sortOutAccepted(all, model);
  return {
    findings: [...open].sort(compareFindings),
    accepted: [...accepted].sort(compareFindings),
  };
}

/** The findings that are not accepted: errors first, then by place and code. */
export function findFindings(topology: Topology): Finding[] {
  return [...checkTopology(topology).findings];
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    FINDING_LEVELS.indexOf(a.level) - FINDING_LEVELS.indexOf(b.level) ||
    compareText(a.at, b.at) ||
    compareText(a.code, b.code) ||
    compareText(a.problem, b.problem)
  );
}
