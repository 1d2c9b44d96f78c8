import { defined } from '../../defined';
import { ConfigError } from '../../errors';
import { expectList, expectText } from '../../expect';
import { formatDuration, parseDuration } from '../../notation/duration';
import type { HealthcheckSettings } from '../../topology/container';
import { checkProps, integer, type Check, type PropTable } from '../props';
import { isToken } from '../token';

/** When and how often a healthcheck runs; durations such as `30s` or `1m30s`. */
export interface HealthcheckOptions {
  /**
   * Time between two checks, at least `1ms`.
   *
   * @default '30s'
   */
  readonly interval?: string;

  /**
   * Time after which a check counts as failed.
   *
   * @default '30s'
   */
  readonly timeout?: string;

  /**
   * Time after the start in which failures do not count.
   *
   * @default '0s'
   */
  readonly startPeriod?: string;

  /**
   * Time between two checks during the start period. Needs engine 25: older ones refuse the container.
   *
   * @default '5s'
   */
  readonly startInterval?: string;

  /**
   * Failures in a row that make the container unhealthy.
   *
   * @default 3
   */
  readonly retries?: number;
}

/**
 * How the engine finds out whether a container works.
 *
 * @example
 * ```ts
 * const check = Healthcheck.shell('curl -fsS http://localhost/ > /dev/null', { interval: '10s' });
 * ```
 */
export class Healthcheck {
  /**
   * A command line for the container's shell; 0 is healthy.
   *
   * @throws ConfigError `PROP_EMPTY`, `DURATION_MALFORMED`
   */
  static shell(command: string, options: HealthcheckOptions = {}): Healthcheck {
    expectText(command, 'Healthcheck.shell', 'command');
    return new Healthcheck(['CMD-SHELL', command], options);
  }

  /**
   * A program and its arguments, without a shell.
   *
   * @throws ConfigError `PROP_EMPTY`, `DURATION_MALFORMED`
   */
  static exec(command: readonly string[], options: HealthcheckOptions = {}): Healthcheck {
    expectList(command, 'Healthcheck.exec', 'command');
    for (const word of command) expectText(word, 'Healthcheck.exec', 'a word of command');
    if (command.length === 0) {
      throw new ConfigError('PROP_EMPTY', {
        at: 'Healthcheck.exec',
        problem: 'command is empty',
        fix: "name a program: ['pg_isready', '-q']",
      });
    }
    return new Healthcheck(['CMD', ...command], options);
  }

  /** No healthcheck, even when the image has one. */
  static none(): Healthcheck {
    return new Healthcheck(['NONE'], {});
  }

  /** @internal */
  readonly settings: HealthcheckSettings;

  private constructor(test: readonly string[], options: HealthcheckOptions) {
    checkProps(options, OPTIONS, 'Healthcheck');
    const { interval, timeout, startPeriod, startInterval, retries } = options;
    this.settings = {
      test,
      ...defined({
        interval: canonical(interval),
        timeout: canonical(timeout),
        startPeriod: canonical(startPeriod),
        startInterval: canonical(startInterval),
        retries,
      }),
    };
  }
}

/** The engine refuses durations under a millisecond, other than 0 for its default. */
const SHORTEST_NS = 1e6;

const duration: Check = (value, at, what) => {
  expectText(value, at, what);
  const nanoseconds = parseDuration(value, at, what);
  if (nanoseconds === 0 || nanoseconds >= SHORTEST_NS) return;
  throw new ConfigError('PROP_RANGE', {
    at,
    problem: `${what} is ${value}`,
    fix: 'write at least 1ms',
  });
};

const OPTIONS: PropTable<HealthcheckOptions> = {
  interval: duration,
  timeout: duration,
  startPeriod: duration,
  startInterval: duration,
  retries: integer({ min: 1 }),
};

/** The spelling that the provider reads back. */
function canonical(value: string | undefined): string | undefined {
  if (value === undefined || isToken(value)) return value;
  return formatDuration(parseDuration(value, 'Healthcheck'));
}
