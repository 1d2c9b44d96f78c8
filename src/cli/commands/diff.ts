import { Option, type Command } from 'commander';
import { diffReach, isSameReach, type ReachDiff } from '../../analysis/reach-diff/reach-diff';
import { renderReachDiff, renderReachDiffJson } from '../../export/reach-diff';
import { renderReachDiffMarkdown } from '../../export/reach-diff-markdown';
import { FOUND, type Report } from '../exit-codes';
import { readSources } from '../read-sources';
import { terminalStyle } from '../terminal-style';

interface DiffOptions {
  readonly as: 'text' | 'markdown';
  readonly json?: true;
}

/** `portolan diff <before> <after>`: what a change means for who reaches whom. */
export function addDiffCommand(program: Command, report: Report): void {
  program
    .command('diff')
    .description('show what a change means: who reaches whom that did not, and who no longer does')
    .argument('<before>', 'topology.json, cdktf.out folder, JSON of terraform show')
    .argument('<after>', 'the same after the change; exit code 1 when something differs')
    .addOption(new Option('--as <form>', 'form of the text').choices(FORMS).default('text'))
    .addOption(new Option('--json', 'write JSON').conflicts('as'))
    .action((before: string, after: string, options: DiffOptions) => {
      const diff = diffReach(readSources([before]).topology, readSources([after]).topology);
      process.stdout.write(render(diff, options));
      if (!isSameReach(diff)) report(FOUND);
    });
}

const FORMS: readonly DiffOptions['as'][] = ['text', 'markdown'];

function render(diff: ReachDiff, { as, json }: DiffOptions): string {
  if (json) return renderReachDiffJson(diff);
  if (as === 'markdown') return renderReachDiffMarkdown(diff);
  const style = terminalStyle(process.stdout.isTTY, process.env['NO_COLOR']);
  return `${renderReachDiff(diff, style)}\n`;
}
