/**
 * Fails when the public interface (`api/`) differs from the given revision and no changeset says so:
 * `check-changeset.ts origin/main`.
 */
import { execFileSync } from 'node:child_process';

const base = process.argv[2] ?? 'origin/main';

function changed(path: string): string[] {
  const out = execFileSync('git', ['diff', '--name-only', `${base}...HEAD`, '--', path], {
    encoding: 'utf8',
  });
  return out.split('\n').filter((line) => line !== '');
}

const reports = changed('api');
const changesets = changed('.changeset').filter((file) => file.endsWith('.md'));
if (reports.length > 0 && changesets.length === 0) {
  process.stderr.write(
    `${reports.join(', ')}: the public interface changed without a changeset; run npx changeset\n`,
  );
  process.exitCode = 1;
}
