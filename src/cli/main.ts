import { Command, CommanderError } from 'commander';
import { ConfigError } from '../errors';
import { addAddressesCommand } from './commands/addresses';
import { printable } from '../export/printable';
import { addCheckCommand } from './commands/check';
import { addDrawCommand } from './commands/draw';
import { addDiffCommand } from './commands/diff';
import { addExplainCommand } from './commands/explain';
import { addExportCommand } from './commands/export';
import { addExposureCommand } from './commands/exposure';
import { addInitCommand } from './commands/init';
import { addReachCommand } from './commands/reach';
import { MISUSE, OK } from './exit-codes';
import { packageVersion } from './package-version';

/**
 * Runs the command line.
 *
 * @param args - the arguments after the program's name
 * @returns the exit code: 0 = done, or it holds; 1 = findings; 2 = misuse or not reachable
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('portolan')
    .description('Docker networking as code: written down, checked, deployed and proven.')
    .version(packageVersion())
    .showHelpAfterError('(see portolan --help)')
    .exitOverride();
  let exitCode = OK;
  const report = (code: number): void => {
    exitCode = code;
  };
  addInitCommand(program);
  addCheckCommand(program, report);
  addAddressesCommand(program, report);
  addReachCommand(program, report);
  addExposureCommand(program);
  addDrawCommand(program);
  addExportCommand(program);
  addDiffCommand(program, report);
  addExplainCommand(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** A mistake of the user is told in one line; anything else is ours, and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : MISUSE;
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${printable(error.message)}\n`);
  return MISUSE;
}
