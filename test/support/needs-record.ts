import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './needs-probes';

/**
 * Names the folder that the reporter makes for one run of jest. The workers share it: what one
 * has found out, the others need not, and the reporter reads there what was skipped and why.
 */
export const RUN_FOLDER = 'PORTOLAN_TEST_RUN';

/** The finding of this run under the key; found out once, and again where no run is recorded. */
export function once<T>(
  folder: string | undefined,
  key: string,
  probe: () => Finding<T>,
): Finding<T> {
  if (folder === undefined) return probe();
  const file = join(folder, `${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Finding<T>;
  const finding = probe();
  // Another worker may be at the same: a rename is atomic, and both found the same.
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(finding));
  renameSync(draft, file);
  return finding;
}

/** Leaves word for the reporter that a suite was skipped. */
export function recordSkip(folder: string | undefined, suite: string, reason: string): void {
  if (folder === undefined) return;
  appendFileSync(join(folder, 'skipped.jsonl'), `${JSON.stringify({ suite, reason })}\n`);
}
