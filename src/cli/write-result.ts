import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { ConfigError } from '../errors';

/**
 * Writes a result to standard output, or into a file: the whole of it, or nothing.
 *
 * @throws ConfigError `FILE_UNWRITABLE`
 */
export function writeResult(text: string, file: string | undefined): void {
  if (file === undefined || file === '-') {
    process.stdout.write(text);
    return;
  }
  const draft = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new ConfigError('FILE_UNWRITABLE', {
      at: file,
      problem: `the file cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      fix: 'name a file in a folder that exists and that you may write to',
    });
  }
}
