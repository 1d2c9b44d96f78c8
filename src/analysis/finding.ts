import type { Model } from './model';

/** How bad a finding is: an error stops synth, a warning is likely wrong, a note is worth knowing. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** The levels, the worst first. */
export const FINDING_LEVELS: readonly FindingLevel[] = ['error', 'warning', 'note'];

/** Whether a level is as bad as another one, or worse. */
export function isAtLeast(level: FindingLevel, min: FindingLevel): boolean {
  return FINDING_LEVELS.indexOf(level) <= FINDING_LEVELS.indexOf(min);
}

/** Something true about a topology that its author should know. */
export interface Finding {
  /** Stable code, explained in `docs/rules/<CODE>.md`. */
  readonly code: string;

  /** How bad it is. */
  readonly level: FindingLevel;

  /** Id of the host, network, volume or container it is about. */
  readonly at: string;

  /** What is the matter, with the values. */
  readonly problem: string;

  /** How to mend it. */
  readonly fix: string;
}

/** A finding that the definition accepts. */
export interface AcceptedFinding extends Finding {
  /** Why it is right as it is. */
  readonly reason: string;
}

/** What one place in a topology has wrong: a finding less what the rule itself says. */
export type Occurrence = Pick<Finding, 'at' | 'problem' | 'fix'>;

/** One rule, in a file of its own and with a page of its own, `docs/rules/<CODE>.md`. */
export interface Rule {
  /** Stable code; never renamed and never reused. */
  readonly code: string;
  readonly level: FindingLevel;

  /** Rows of the catalogue of networking mistakes that it answers, for instance `N1`. */
  readonly covers: readonly string[];

  /** What it finds, in one sentence. */
  readonly summary: string;

  /**
   * What it finds in a topology: the same whatever the order of declaration, and nothing where a value
   * that decides is not known.
   */
  readonly find: (model: Model) => Iterable<Occurrence>;
}

/** What the documentation says of a rule. */
export type RuleSummary = Pick<Rule, 'code' | 'level' | 'covers' | 'summary'>;

/** `where: what; how to fix [CODE]`. */
export function renderFinding({ at, problem, fix, code }: Finding): string {
  return `${at}: ${problem}; ${fix} [${code}]`;
}
