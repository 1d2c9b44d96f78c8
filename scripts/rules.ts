/** Writes the table of the rules into docs/rules/README.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RuleSummary } from '../src/analysis/finding';
import { FINDING_CODES } from '../src/analysis/finding-codes';

const ORDER = ['error', 'warning', 'note'];

/** The rules as a table in Markdown: errors first, then by code. */
export function renderRuleTable(rules: readonly RuleSummary[]): string {
  const rows = [...rules]
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || (a.code < b.code ? -1 : 1))
    .map(({ code, level, covers, summary }) => [
      `[${code}](${code}.md)`,
      level,
      summary,
      covers.join(', '),
    ]);
  return renderTable(['code', 'level', 'it finds', 'rows'], rows);
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(head), rule, ...rows.map(line)].join('\n');
}

if (require.main === module) {
  const file = resolve(__dirname, '..', 'docs', 'rules', 'README.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/\| code[^]*\|(?=\n\n)/, () => renderRuleTable([...FINDING_CODES.values()])),
  );
}
