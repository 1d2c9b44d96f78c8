import { FINDING_LEVELS, isAtLeast, renderFinding, type Finding } from '../../analysis/finding';
import type { FindingLevel } from '../../analysis/finding';
import { checkFindingCode } from '../../analysis/finding-codes';
import { show } from '../../expect';
import { listed, type Outcome } from './outcome';
import { about } from './subject';

/** Whether the checks find nothing that is as bad as the level. */
export function toHaveNoFindings(received: unknown, least: FindingLevel = 'error'): Outcome {
  return about(received, ({ name, findings }) => {
    if (!FINDING_LEVELS.includes(least)) {
      const message = (): string => `expected 'error', 'warning' or 'note', not ${show(least)}`;
      return { pass: 'unsure', message };
    }
    const found = findings().filter(({ level }) => isAtLeast(level, least));
    return {
      pass: found.length === 0,
      message: () =>
        found.length === 0
          ? `expected findings in ${name}, but there are none`
          : listed(`expected no findings in ${name}, but there are:`, found.map(renderFinding)),
    };
  });
}

/**
 * Whether the checks find something, anywhere or at one place.
 *
 * @param at - id of the container, network, volume or host, or the last part of it
 * @throws ConfigError `FINDING_CODE_UNKNOWN`
 */
export function toHaveFinding(received: unknown, code: string, at?: string): Outcome {
  return about(received, ({ name, findings }) => {
    checkFindingCode(code, 'toHaveFinding');
    const all = findings();
    const found = all.filter((each) => each.code === code && isAt(each, at));
    const what = `${code}${at === undefined ? '' : ` at ${at}`}`;
    return {
      pass: found.length > 0,
      message: () =>
        found.length > 0
          ? listed(`expected ${name} not to have ${what}, but it has:`, found.map(renderFinding))
          : missing(`expected ${name} to have ${what}, but it has not`, nearTo(all, code, at)),
    };
  });
}

function isAt(finding: Finding, at: string | undefined): boolean {
  return at === undefined || finding.at === at || finding.at.endsWith(`/${at}`);
}

/** Up to three findings: the same elsewhere, then others at the place, then any. */
function nearTo(findings: readonly Finding[], code: string, at: string | undefined): Finding[] {
  const rank = (finding: Finding): number => {
    if (finding.code === code) return 0;
    return at !== undefined && isAt(finding, at) ? 1 : 2;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, 3);
}

function missing(text: string, near: readonly Finding[]): string {
  if (near.length === 0) return `${text}; there are no findings at all`;
  return listed(`${text}; the nearest:`, near.map(renderFinding));
}
