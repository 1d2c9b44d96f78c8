import type { Checked } from '../analysis/check';
import type { AcceptedFinding, Finding, FindingLevel } from '../analysis/finding';
import type { SourceLine } from '../sources/source-lines';
import type { Topology } from '../topology/topology';

/** What a check found, and where the things that it found something about are declared. */
export interface CheckReport extends Checked {
  readonly topology: Topology;

  /** Names of the files that networks, volumes and containers were read in, by their ids. */
  readonly files: ReadonlyMap<string, string>;

  /** Lines of the program that declares them, where they are known. */
  readonly lines: ReadonlyMap<string, SourceLine>;
}

/** How many there are of each. */
export interface FindingCounts extends Readonly<Record<FindingLevel, number>> {
  readonly accepted: number;
}

/** Counts the findings of a report. */
export function countFindings({ findings, accepted }: Checked): FindingCounts {
  const count = (level: FindingLevel): number =>
    findings.filter((finding) => finding.level === level).length;
  return {
    error: count('error'),
    warning: count('warning'),
    note: count('note'),
    accepted: accepted.length,
  };
}

/** `main.ts:14`, or nothing when it is not known. */
export function placeOf(
  { at }: Finding | AcceptedFinding,
  { lines }: CheckReport,
): string | undefined {
  const place = lines.get(at);
  return place === undefined ? undefined : `${place.file}:${String(place.line)}`;
}
