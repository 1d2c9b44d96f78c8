import { Command, CommanderError } from 'commander';
import { ConfigError } from '../errors';
import { addAddressesCommand } from './commands/addresses';
import { addInitCommand } from './commands/init';
import { packageVersion } from './package-version';

/** The command did what it was asked, or what was asked for holds. */
const OK = 0;

/** The command was used wrongly, or something it needs is missing. */
const MISUSE = 2;

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
  addInitCommand(program);
  addAddressesCommand(program, (code) => {
    exitCode = code;
  });
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
  process.stderr.write(`${error.message}\n`);
  return MISUSE;
}
