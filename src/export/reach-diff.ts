import { isSameReach, type ReachDiff } from '../analysis/reach-diff/reach-diff';
import { printable } from './printable';
import { diffSections, type DiffLine } from './reach-diff-lines';
import { PLAIN_STYLE, type TextStyle } from './text';

/** Version of the JSON form of a diff; it grows when something is renamed or removed. */
const DIFF_VERSION = 1;

/** A diff for programs; the form is described in `docs/guide/diff.md`. */
export function renderReachDiffJson(diff: ReachDiff): string {
  return `${JSON.stringify({ version: DIFF_VERSION, isSame: isSameReach(diff), ...diff }, null, 2)}\n`;
}

/** A diff for the eye: what is there now with `+`, what is gone with `-`, what differs with `~`. */
export function renderReachDiff(diff: ReachDiff, style: TextStyle = PLAIN_STYLE): string {
  const blocks = diffSections(diff).map(({ heading, lines }) =>
    [style.heading(heading), ...lines.map((line) => lineText(line, style))].join('\n'),
  );
  return [...blocks, ...closing(diff).map(style.faint)].join('\n\n');
}

function lineText({ mark, parts }: DiffLine, style: TextStyle): string {
  const text = parts.map((part) => printable(typeof part === 'string' ? part : part.name)).join('');
  const paint = { '+': style.warning, '-': style.faint, '~': style.faint }[mark];
  return `  ${paint(mark)} ${text}`;
}

/** What else is to be said: that nothing changes, and what is not looked at. */
export function closing(diff: ReachDiff): string[] {
  const { changed } = diff;
  const same = isSameReach(diff) ? ['Nothing changes in who reaches whom.'] : [];
  if (changed === 0) return same;
  const what =
    changed === 1
      ? '1 host, network, volume or container differs in its settings.'
      : `${String(changed)} hosts, networks, volumes or containers differ in their settings.`;
  return [...same, what];
}
