import {
  probeBrowser,
  probeEngine,
  probeNamespaces,
  probeProvider,
  runProgram,
  type Engine,
  type Finding,
  type Provider,
  type Run,
} from './needs-probes';
import { once, recordSkip, RUN_FOLDER } from './needs-record';

export type { Engine, Provider } from './needs-probes';

/** A suite that cannot run where `PORTOLAN_ENGINE` or `PORTOLAN_PROVIDER` says that it must. */
export class NeedMissing extends Error {
  override readonly name = 'NeedMissing';
}

/** Everything that decides whether a suite runs; tests of this file hand in their own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: Run;
  readonly describe: (title: string, body: () => void) => void;
  readonly skip: (title: string, body: () => void) => void;
  readonly test: (title: string, body: () => void) => void;
  readonly setTimeout: (timeoutMs: number) => void;
}

const ENGINE_TEST_TIMEOUT_MS = 60_000;
const PROVIDER_TEST_TIMEOUT_MS = 300_000;

/** Stands in while jest counts the tests of a skipped suite; no test ever sees it. */
const NO_ENGINE: Engine = { version: '0', apiVersion: '0', cliVersion: '0' };

/**
 * A suite against a real Docker engine. Without one it is skipped and says why;
 * `PORTOLAN_ENGINE=required` makes that a failure.
 */
export function describeWithEngine(
  title: string,
  body: (engine: Engine) => void,
  around: Surroundings = jestSurroundings(),
): void {
  around.setTimeout(ENGINE_TEST_TIMEOUT_MS);
  const engine = findEngine(around);
  if ('found' in engine) {
    around.describe(title, () => {
      body(engine.found);
    });
    return;
  }
  const countTests = (): void => {
    body(NO_ENGINE);
  };
  skipOrFail({ title, countTests, reason: engine.absent, variable: 'PORTOLAN_ENGINE' }, around);
}

/**
 * A suite for each version of the Terraform provider, against a real Docker engine. Without the
 * engine or the provider it is skipped and says why; `PORTOLAN_ENGINE=required` and
 * `PORTOLAN_PROVIDER=required` make that a failure.
 */
export function describeWithProvider(
  versions: readonly string[],
  title: string,
  body: (provider: Provider, engine: Engine) => void,
  around: Surroundings = jestSurroundings(),
): void {
  around.setTimeout(PROVIDER_TEST_TIMEOUT_MS);
  const engine = findEngine(around);
  for (const version of versions) {
    const suite = {
      title: `${title} (provider ${version})`,
      countTests: () => {
        body({ version }, NO_ENGINE);
      },
    };
    if ('absent' in engine) {
      skipOrFail({ ...suite, reason: engine.absent, variable: 'PORTOLAN_ENGINE' }, around);
      continue;
    }
    const provider = findProvider(version, around);
    if ('absent' in provider) {
      skipOrFail({ ...suite, reason: provider.absent, variable: 'PORTOLAN_PROVIDER' }, around);
      continue;
    }
    around.describe(suite.title, () => {
      body(provider.found, engine.found);
    });
  }
}

/**
 * A suite that makes hosts out of network namespaces, inside one that has an engine. Without the
 * rights or the programs it is skipped and says why; `PORTOLAN_ENGINE=required` makes that a failure.
 */
export function describeWithNamespaces(
  title: string,
  body: () => void,
  around: Surroundings = jestSurroundings(),
): void {
  const { env, run } = around;
  const finding = once(env[RUN_FOLDER], 'namespaces', () => probeNamespaces(run));
  if ('found' in finding) {
    around.describe(title, body);
    return;
  }
  const { absent: reason } = finding;
  skipOrFail({ title, countTests: body, reason, variable: 'PORTOLAN_ENGINE' }, around);
}

/**
 * A suite that drives a page in a real browser. Without one it is skipped and says why;
 * `PORTOLAN_ENGINE=required` makes that a failure.
 */
export function describeWithBrowser(
  title: string,
  body: (executable: string) => void,
  around: Surroundings = jestSurroundings(),
): void {
  around.setTimeout(ENGINE_TEST_TIMEOUT_MS);
  const { env, run } = around;
  const finding = once(env[RUN_FOLDER], 'browser', () =>
    probeBrowser(run, env['PORTOLAN_CHROMIUM']),
  );
  if ('found' in finding) {
    around.describe(title, () => {
      body(finding.found);
    });
    return;
  }
  const countTests = (): void => {
    body('');
  };
  skipOrFail({ title, countTests, reason: finding.absent, variable: 'PORTOLAN_ENGINE' }, around);
}

interface MissingSuite {
  readonly title: string;

  /** Defines the suite's tests, so that jest can count what it skips. */
  readonly countTests: () => void;

  /** What is not there, and why. */
  readonly reason: string;

  /** Variable of the environment that forbids to skip the suite. */
  readonly variable: 'PORTOLAN_ENGINE' | 'PORTOLAN_PROVIDER';
}

function skipOrFail(
  { title, countTests, reason, variable }: MissingSuite,
  around: Surroundings,
): void {
  if (isRequired(variable, around.env[variable])) {
    around.describe(title, () => {
      around.test('finds what it needs', () => {
        throw new NeedMissing(`${reason} (${variable}=required)`);
      });
    });
    return;
  }
  recordSkip(around.env[RUN_FOLDER], title, reason);
  around.skip(title, countTests);
}

function isRequired(variable: string, value: string | undefined): boolean {
  if (value === undefined || value === '') return false;
  if (value === 'required') return true;
  throw new NeedMissing(`${variable} is '${value}'; write 'required', or leave it out`);
}

function findEngine({ env, run }: Surroundings): Finding<Engine> {
  return once(env[RUN_FOLDER], 'engine', () => probeEngine(run));
}

function findProvider(version: string, { env, run }: Surroundings): Finding<Provider> {
  return once(env[RUN_FOLDER], `provider-${version}`, () => probeProvider(version, run));
}

function jestSurroundings(): Surroundings {
  return {
    env: process.env,
    run: runProgram,
    describe,
    skip: describe.skip,
    test,
    setTimeout: (timeoutMs) => {
      jest.setTimeout(timeoutMs);
    },
  };
}
