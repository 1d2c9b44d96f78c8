import type { Model } from './model';

/** How bad a finding is: an error stops synth, a warning is likely wrong, a note is worth knowing. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** Something true about a topology that its author should know. */
export interface Finding {
  /** Stable code, explained in `docs/errors.md`. */
  readonly code: string;
  readonly level: FindingLevel;

  /** Id of the host, network, volume or container it is about. */
  readonly at: string;

  /** What is the matter, with the values. */
  readonly problem: string;

  /** How to mend it. */
  readonly fix: string;
}

/** What one place in a topology has wrong: a finding less what the rule itself says. */
export type Occurrence = Pick<Finding, 'at' | 'problem' | 'fix'>;

/** One rule, in a file of its own. */
export interface Rule {
  readonly code: string;
  readonly level: FindingLevel;
  readonly find: (model: Model) => Iterable<Occurrence>;
}

/** `where: what; how to fix [CODE]`. */
export function renderFinding({ at, problem, fix, code }: Finding): string {
  return `${at}: ${problem}; ${fix} [${code}]`;
}
