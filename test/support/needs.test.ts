import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeWithEngine,
  describeWithNamespaces,
  describeWithProvider,
  NeedMissing,
  type Surroundings,
} from './needs';
import { probeEngine, probeProvider, type Ended, type Run } from './needs-probes';
import { once } from './needs-record';

const VERSION = JSON.stringify({
  Client: { Version: '28.2.2' },
  Server: { Version: '20.10.24', ApiVersion: '1.41' },
});
const ENGINE = { version: '20.10.24', apiVersion: '1.41', cliVersion: '28.2.2' };

const NO_DAEMON =
  'Cannot connect to the Docker daemon at unix:///nope. Is the docker daemon running?';
const NO_PROVIDER = `
╷
│ Error: Failed to query available provider packages
│
│ Could not retrieve the list of available versions for provider
│ kreuzwerker/docker: no available releases match the given constraints 9.9.9
│
│ To see which modules are currently depending on kreuzwerker/docker, run:
│     terraform providers
╵`;

const ok = (stdout: string): Ended => ({ status: 0, stdout, stderr: '' });
const failed = (stderr: string): Ended => ({ status: 1, stdout: '', stderr });
const broken = (code: string): Ended => ({
  status: null,
  stdout: '',
  stderr: '',
  error: Object.assign(new TypeError(`spawn: ${code}`), { code }),
});

/** A machine with the programs given; the providers are those whose version is listed. */
function machine({
  docker,
  providers = [],
}: {
  docker: Ended;
  providers?: readonly string[];
}): Run & { readonly calls: string[] } {
  const calls: string[] = [];
  const run: Run = (program, _args, { cwd }) => {
    calls.push(program);
    if (program === 'docker') return docker;
    const wanted = readFileSync(join(cwd ?? '', 'main.tf.json'), 'utf8');
    return providers.some((version) => wanted.includes(`"${version}"`))
      ? ok('')
      : failed(NO_PROVIDER);
  };
  return Object.assign(run, { calls });
}

/** What jest was told, a line each. */
function surroundings(run: Run, env: Surroundings['env']): Surroundings & { log: string[] } {
  const log: string[] = [];
  const say =
    (what: string) =>
    (title: string, body: () => void): void => {
      log.push(`${what}: ${title}`);
      body();
    };
  const test = (title: string, body: () => void): void => {
    try {
      body();
      log.push(`passed: ${title}`);
    } catch (error) {
      log.push(`failed: ${String(error)}`);
    }
  };
  return {
    env,
    run,
    describe: say('describe'),
    skip: say('skip'),
    test,
    setTimeout: () => undefined,
    log,
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-needs-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the engine', () => {
  test('is found with its versions', () => {
    expect(probeEngine(machine({ docker: ok(VERSION) }))).toEqual({ found: ENGINE });
  });

  test.each([
    ['the CLI is not installed', broken('ENOENT'), 'no Docker engine: docker is not installed'],
    ['it hangs', broken('ETIMEDOUT'), 'no Docker engine: docker did not answer in time'],
    ['the CLI cannot be started', broken('EACCES'), 'no Docker engine: spawn: EACCES'],
    ['it does not run', failed(NO_DAEMON), `no Docker engine: ${NO_DAEMON}`],
  ])('is absent with the reason when %s', (_case, docker, absent) => {
    expect(probeEngine(machine({ docker }))).toEqual({ absent });
  });

  test('runs the suite and tells it the versions', () => {
    const around = surroundings(machine({ docker: ok(VERSION) }), {});
    const body = jest.fn();
    describeWithEngine('ports', body, around);
    expect(around.log).toEqual(['describe: ports']);
    expect(body).toHaveBeenCalledWith(ENGINE);
  });

  test('skips the suite, whose tests are still defined to be counted', () => {
    const around = surroundings(machine({ docker: failed(NO_DAEMON) }), {});
    const body = jest.fn();
    describeWithEngine('ports', body, around);
    expect(around.log).toEqual(['skip: ports']);
    expect(body).toHaveBeenCalledTimes(1);
  });

  test('leaves the reason of a skip for the reporter', () => {
    const around = surroundings(machine({ docker: broken('ENOENT') }), {
      PORTOLAN_TEST_RUN: folder,
    });
    describeWithEngine('ports', () => undefined, around);
    expect(readFileSync(join(folder, 'skipped.jsonl'), 'utf8')).toBe(
      '{"suite":"ports","reason":"no Docker engine: docker is not installed"}\n',
    );
  });

  test('is a failed test where it is required', () => {
    const around = surroundings(machine({ docker: broken('ENOENT') }), {
      PORTOLAN_ENGINE: 'required',
    });
    const body = jest.fn();
    describeWithEngine('ports', body, around);
    expect(around.log).toEqual([
      'describe: ports',
      'failed: NeedMissing: no Docker engine: docker is not installed (PORTOLAN_ENGINE=required)',
    ]);
    expect(body).not.toHaveBeenCalled();
  });

  test('rejects a misspelt requirement', () => {
    const around = surroundings(machine({ docker: broken('ENOENT') }), { PORTOLAN_ENGINE: 'yes' });
    expect(() => {
      describeWithEngine('ports', () => undefined, around);
    }).toThrow(new NeedMissing("PORTOLAN_ENGINE is 'yes'; write 'required', or leave it out"));
  });

  test('is asked for once a run', () => {
    const run = machine({ docker: ok(VERSION) });
    const env = { PORTOLAN_TEST_RUN: folder };
    describeWithEngine('ports', () => undefined, surroundings(run, env));
    describeWithEngine('names', () => undefined, surroundings(run, env));
    expect(run.calls).toEqual(['docker']);
  });
});

describe('the provider', () => {
  test('is absent with the reason that Terraform gives', () => {
    const run = machine({ docker: ok(VERSION), providers: ['3.6.2'] });
    expect(probeProvider('9.9.9', run)).toEqual({
      absent:
        'no Terraform provider kreuzwerker/docker 9.9.9: Could not retrieve the list of available versions for provider kreuzwerker/docker: no available releases match the given constraints 9.9.9',
    });
  });

  test('makes a suite for each version, and skips the absent ones alone', () => {
    const around = surroundings(machine({ docker: ok(VERSION), providers: ['3.6.2'] }), {});
    const body = jest.fn();
    describeWithProvider(['3.6.2', '4.5.0'], 'deploys', body, around);
    expect(around.log).toEqual([
      'describe: deploys (provider 3.6.2)',
      'skip: deploys (provider 4.5.0)',
    ]);
    expect(body).toHaveBeenNthCalledWith(1, { version: '3.6.2' }, ENGINE);
  });

  test('is not looked for without an engine', () => {
    const run = machine({ docker: broken('ENOENT'), providers: ['4.5.0'] });
    const around = surroundings(run, { PORTOLAN_TEST_RUN: folder });
    describeWithProvider(['4.5.0'], 'deploys', () => undefined, around);
    expect(around.log).toEqual(['skip: deploys (provider 4.5.0)']);
    expect(run.calls).toEqual(['docker']);
  });

  test.each([
    ['PORTOLAN_PROVIDER', machine({ docker: ok(VERSION) }), /no Terraform provider .*=required/],
    ['PORTOLAN_ENGINE', machine({ docker: broken('ENOENT') }), /no Docker engine.*=required/],
  ])('is a failed test where %s requires it', (variable, run, message) => {
    const around = surroundings(run, { [variable]: 'required' });
    describeWithProvider(['4.5.0'], 'deploys', () => undefined, around);
    expect(around.log).toEqual([
      'describe: deploys (provider 4.5.0)',
      expect.stringMatching(message),
    ]);
  });

  test('is asked for once a run and version', () => {
    const run = machine({ docker: ok(VERSION), providers: ['3.6.2', '4.5.0'] });
    const around = surroundings(run, { PORTOLAN_TEST_RUN: folder });
    describeWithProvider(['3.6.2', '4.5.0'], 'deploys', () => undefined, around);
    describeWithProvider(['4.5.0'], 'destroys', () => undefined, around);
    expect(run.calls).toEqual(['docker', 'terraform', 'terraform']);
  });
});

test('probes again where no run is recorded', () => {
  const probe = jest.fn(() => ({ absent: 'gone' }));
  once(undefined, 'engine', probe);
  once(undefined, 'engine', probe);
  expect(probe).toHaveBeenCalledTimes(2);
});

describe('network namespaces', () => {
  const NO_RIGHTS = 'mkdir /var/run/netns failed: Permission denied';

  test('run the suite where they can be made', () => {
    const around = surroundings(() => ok(''), {});
    const body = jest.fn();
    describeWithNamespaces('two hosts', body, around);
    expect(around.log).toEqual(['describe: two hosts']);
  });

  test('skip the suite where they cannot, with the reason', () => {
    const around = surroundings(() => failed(NO_RIGHTS), { PORTOLAN_TEST_RUN: folder });
    describeWithNamespaces('two hosts', () => undefined, around);
    expect(around.log).toEqual(['skip: two hosts']);
    expect(readFileSync(join(folder, 'skipped.jsonl'), 'utf8')).toContain(NO_RIGHTS);
  });

  test('skip the suite where a program is missing, and name it', () => {
    const around = surroundings(
      (program, args) => ([program, ...args].join(' ').includes('dockerd') ? failed('') : ok('')),
      { PORTOLAN_TEST_RUN: folder },
    );
    describeWithNamespaces('two hosts', () => undefined, around);
    expect(readFileSync(join(folder, 'skipped.jsonl'), 'utf8')).toBe(
      '{"suite":"two hosts","reason":"no hosts in network namespaces: dockerd: it is not installed"}\n',
    );
  });

  test('are a failed test where an engine is required', () => {
    const around = surroundings(() => failed(NO_RIGHTS), { PORTOLAN_ENGINE: 'required' });
    describeWithNamespaces('two hosts', () => undefined, around);
    expect(around.log).toEqual([
      'describe: two hosts',
      expect.stringContaining('(PORTOLAN_ENGINE=required)'),
    ]);
  });
});
