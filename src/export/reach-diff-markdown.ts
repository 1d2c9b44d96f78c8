import type { ReachDiff } from '../analysis/reach-diff/reach-diff';
import { printable } from './printable';
import { closing } from './reach-diff';
import { diffSections, type DiffLine } from './reach-diff-lines';

/** A diff as Markdown, for a review comment. */
export function renderReachDiffMarkdown(diff: ReachDiff): string {
  const blocks = diffSections(diff).map(({ heading, lines }) =>
    [`**${heading}**`, '', ...lines.map(lineMarkdown)].join('\n'),
  );
  return `${[...blocks, ...closing(diff)].join('\n\n')}\n`;
}

function lineMarkdown({ mark, parts }: DiffLine): string {
  const text = parts.map((part) => (typeof part === 'string' ? part : code(part.name))).join('');
  return `- \`${mark}\` ${text}`;
}

/** A name as code: no mark-up in it counts, and nobody is mentioned by it. */
function code(name: string): string {
  const text = printable(name);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isTouching = text.startsWith('`') || text.endsWith('`') || /^ .* $/.test(text);
  return isTouching ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
