import type { Command } from 'commander';
import { readExplanation } from '../rule-pages';

/** `portolan explain <code>`: what the documentation says of a finding or an error. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('print the documentation of a code, such as SUBNET_OVERLAP')
    .argument('<code>', 'code of a finding or an error, as it ends a message')
    .action((code: string) => {
      process.stdout.write(readExplanation(code.replace(/^\[|\]$/g, '').toUpperCase()));
    });
}
