import {
  FINDING_LEVELS,
  renderFinding,
  type AcceptedFinding,
  type Finding,
  type FindingLevel,
} from '../analysis/finding';
import { countFindings, placeOf, type CheckReport } from './check-report';
import { printable } from './printable';
import { PLAIN_STYLE, type TextStyle } from './text';

const HEADINGS: Readonly<Record<FindingLevel, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  note: 'Notes',
};

/** A check for the eye: the findings under their levels, what is accepted, and the numbers. */
export function renderFindings(report: CheckReport, style: TextStyle = PLAIN_STYLE): string {
  const groups = FINDING_LEVELS.map((level) => {
    const lines = report.findings
      .filter((finding) => finding.level === level)
      .flatMap((finding) => findingLines(finding, report, style));
    return group(paintOf(level, style)(HEADINGS[level]), lines);
  });
  const accepted = report.accepted.flatMap((finding) => acceptedLines(finding, report, style));
  return [...groups, group(style.faint('Accepted'), accepted), summary(report)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function paintOf(level: FindingLevel, style: TextStyle): (text: string) => string {
  return { error: style.error, warning: style.warning, note: style.faint }[level];
}

function group(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines].join('\n');
}

function findingLines(finding: Finding, report: CheckReport, style: TextStyle): string[] {
  const place = placeOf(finding, report);
  const line = `  ${printable(renderFinding(finding))}`;
  return place === undefined ? [line] : [line, style.faint(`    ${printable(place)}`)];
}

function acceptedLines(finding: AcceptedFinding, report: CheckReport, style: TextStyle): string[] {
  const lines = findingLines(finding, report, style);
  return [...lines, style.faint(`    accepted: ${printable(finding.reason)}`)];
}

function summary(report: CheckReport): string {
  const { error, warning, note, accepted } = countFindings(report);
  const { topology } = report;
  const stacks = new Set(topology.containers.map(({ stack }) => stack));
  for (const { stack } of [...topology.networks, ...topology.volumes]) stacks.add(stack);
  stacks.delete(undefined);
  const found = [
    several(error, 'error'),
    several(warning, 'warning'),
    ...(note === 0 ? [] : [several(note, 'note')]),
    ...(accepted === 0 ? [] : [`${String(accepted)} accepted`]),
  ];
  const things = [
    ...(stacks.size === 0 ? [] : [several(stacks.size, 'stack')]),
    several(topology.containers.length, 'container'),
    several(topology.networks.length, 'network'),
  ];
  return `${found.join(', ')} in ${things.join(', ')}`;
}

function several(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
