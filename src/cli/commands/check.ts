import { Option, type Command } from 'commander';
import { checkTopology } from '../../analysis/check';
import { FINDING_LEVELS, isAtLeast, type FindingLevel } from '../../analysis/finding';
import type { CheckReport } from '../../export/check-report';
import { renderFindingsJson } from '../../export/findings-json';
import { renderFindings } from '../../export/findings-text';
import { renderSarif } from '../../export/sarif';
import { FOUND, type Report } from '../exit-codes';
import { packageVersion } from '../package-version';
import { readSources } from '../read-sources';
import { tryReadRulePage } from '../rule-pages';
import { terminalStyle } from '../terminal-style';

interface CheckOptions {
  readonly json?: true;
  readonly sarif?: true;
  readonly minLevel: FindingLevel;
  readonly failOn: FindingLevel;
}

/** `portolan check <source...>`: every finding of the sources together. */
export function addCheckCommand(program: Command, report: Report): void {
  program
    .command('check')
    .description('report the networking mistakes in a source; several sources are checked together')
    .argument(
      '<source...>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .addOption(new Option('--json', 'write JSON').conflicts('sarif'))
    .addOption(new Option('--sarif', 'write SARIF 2.1.0, for code hosts'))
    .addOption(level('--min-level <level>', 'show this level and worse', 'note'))
    .addOption(level('--fail-on <level>', 'exit with 1 for this level and worse', 'error'))
    .action((sources: readonly string[], options: CheckOptions) => {
      const { topology, files, lines } = readSources(sources);
      const { findings, accepted } = checkTopology(topology);
      const shown = findings.filter((each) => isAtLeast(each.level, options.minLevel));
      const checked: CheckReport = { topology, files, lines, findings: shown, accepted };
      process.stdout.write(render(checked, options));
      if (findings.some((each) => isAtLeast(each.level, options.failOn))) report(FOUND);
    });
}

function level(flags: string, description: string, fallback: FindingLevel): Option {
  return new Option(flags, description).choices(FINDING_LEVELS).default(fallback);
}

function render(checked: CheckReport, { json, sarif }: CheckOptions): string {
  if (json) return renderFindingsJson(checked);
  if (sarif) return renderSarif(checked, packageVersion(), tryReadRulePage);
  const style = terminalStyle(process.stdout.isTTY, process.env['NO_COLOR']);
  return `${renderFindings(checked, style)}\n`;
}
