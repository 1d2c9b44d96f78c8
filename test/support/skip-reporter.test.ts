import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { once, recordSkip, RUN_FOLDER } from './needs-record';

interface Reporter {
  onRunStart: () => void;
  onRunComplete: (contexts: unknown, results: object) => void;
}

const SkipReporter =
  jest.requireActual<
    new (
      config: object,
      options: object,
      context: object,
      write: (text: string) => void,
    ) => Reporter
  >('./skip-reporter.cjs');

const outer = process.env[RUN_FOLDER];
afterEach(() => {
  if (outer !== undefined) process.env[RUN_FOLDER] = outer;
});

/** What a run prints in which the given happens, and the counts of its tests. */
function report(
  happens: (folder: string | undefined) => void,
  results: object = { numPendingTests: 0, testResults: [] },
): string {
  let printed = '';
  const reporter = new SkipReporter({}, {}, {}, (text) => {
    printed += text;
  });
  reporter.onRunStart();
  happens(process.env[RUN_FOLDER]);
  reporter.onRunComplete(undefined, results);
  return printed;
}

test('prints the versions of what a run has found', () => {
  const engine = { version: '20.10.24', apiVersion: '1.41', cliVersion: '28.2.2' };
  const printed = report((folder) => {
    once(folder, 'engine', () => ({ found: engine }));
    once(folder, 'provider-4.5.0', () => ({ found: { version: '4.5.0' } }));
    once(folder, 'provider-3.6.2', () => ({ found: { version: '3.6.2' } }));
    once(folder, 'provider-3.0.0', () => ({ absent: 'gone' }));
  });
  expect(printed).toBe(
    `
Docker engine 20.10.24 (API 1.41), docker CLI 28.2.2
Terraform provider kreuzwerker/docker 3.6.2
Terraform provider kreuzwerker/docker 4.5.0
`,
  );
});

test('prints how much was skipped, and each reason once with the number of its suites', () => {
  const results = {
    numPendingTests: 7,
    testResults: [{ numPendingTests: 6 }, { numPendingTests: 1 }, { numPendingTests: 0 }],
  };
  const printed = report((folder) => {
    recordSkip(folder, 'ports', 'no Docker engine: docker is not installed');
    recordSkip(folder, 'names', 'no Docker engine: docker is not installed');
    recordSkip(folder, 'deploys (provider 4.5.0)', 'no Terraform provider');
  }, results);
  expect(printed).toBe(
    `
Skipped: 7 tests in 2 files
  2 suites: no Docker engine: docker is not installed
  1 suite: no Terraform provider
`,
  );
});

test('says so when nobody gave a reason', () => {
  const results = { numPendingTests: 1, testResults: [{ numPendingTests: 1 }] };
  expect(report(() => undefined, results)).toBe(
    '\nSkipped: 1 test in 1 file\n  by hand: test.skip or a name filter\n',
  );
});

test('is silent where nothing was looked for and nothing skipped', () => {
  expect(report(() => undefined)).toBe('');
});

test('takes its folder away', () => {
  let seen: string | undefined;
  report((folder) => {
    seen = folder;
    expect(existsSync(folder ?? '')).toBe(true);
  });
  expect(existsSync(seen ?? '')).toBe(false);
});

describe('a run of jest on a machine without Docker', () => {
  const root = join(__dirname, '../..');
  const config = {
    rootDir: root,
    testMatch: ['<rootDir>/test/support/docker.int.test.ts'],
    transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }] },
    reporters: ['default', '<rootDir>/test/support/skip-reporter.cjs'],
  };

  function runJest(env: Record<string, string>): { status: number | null; output: string } {
    const program = join(root, 'node_modules/jest/bin/jest.js');
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, '--config', JSON.stringify(config), '--no-cache'],
      { cwd: root, encoding: 'utf8', env: { PATH: '/nowhere', ...env } },
    );
    return { status, output: stderr };
  }

  test('passes, and says what is missing', () => {
    const { status, output } = runJest({});
    expect(output).toMatch(
      /^Skipped: \d+ tests in 1 file\n {2}1 suite: no Docker engine: docker is not installed$/m,
    );
    expect(status).toBe(0);
  }, 60_000);

  test('fails where an engine is required', () => {
    const { status, output } = runJest({ PORTOLAN_ENGINE: 'required' });
    expect(output).toContain(
      'NeedMissing: no Docker engine: docker is not installed (PORTOLAN_ENGINE=required)',
    );
    expect(status).toBe(1);
  }, 60_000);
});
