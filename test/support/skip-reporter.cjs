const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Name of the variable that tells the workers of a run where to leave word: needs-record.ts. */
const RUN_FOLDER = 'PORTOLAN_TEST_RUN';

/**
 * Prints after a run of jest which engine and providers its suites found, how many suites and
 * tests were skipped, and for which reasons.
 */
class SkipReporter {
  constructor(_globalConfig, _options, _context, write = (text) => process.stderr.write(text)) {
    this.write = write;
  }

  onRunStart() {
    this.folder = mkdtempSync(join(tmpdir(), 'portolan-jest-'));
    process.env[RUN_FOLDER] = this.folder;
  }

  onRunComplete(_contexts, results) {
    const lines = [...foundLines(this.folder), ...skipLines(results, this.folder)];
    rmSync(this.folder, { recursive: true, force: true });
    delete process.env[RUN_FOLDER];
    if (lines.length > 0) this.write(`\n${lines.join('\n')}\n`);
  }
}

function foundLines(folder) {
  const findings = readdirSync(folder).filter((file) => /^(engine|provider-.*)\.json$/.test(file));
  return findings.sort().flatMap((file) => {
    const { found } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    if (found === undefined) return [];
    return file === 'engine.json'
      ? [`Docker engine ${found.version} (API ${found.apiVersion}), docker CLI ${found.cliVersion}`]
      : [`Terraform provider kreuzwerker/docker ${found.version}`];
  });
}

function skipLines({ numPendingTests, testResults }, folder) {
  if (numPendingTests === 0) return [];
  const files = testResults.filter(({ numPendingTests: pending }) => pending > 0).length;
  const suitesByReason = readSkips(folder);
  const reasons = [...suitesByReason].map(
    ([reason, suites]) => `  ${count(suites.size, 'suite')}: ${reason}`,
  );
  return [
    `Skipped: ${count(numPendingTests, 'test')} in ${count(files, 'file')}`,
    ...(reasons.length > 0 ? reasons : ['  by hand: test.skip or a name filter']),
  ];
}

function readSkips(folder) {
  const suitesByReason = new Map();
  const file = join(folder, 'skipped.jsonl');
  if (!existsSync(file)) return suitesByReason;
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { suite, reason } = JSON.parse(line);
    suitesByReason.set(reason, (suitesByReason.get(reason) ?? new Set()).add(suite));
  }
  return suitesByReason;
}

function count(number, noun) {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}

module.exports = SkipReporter;
