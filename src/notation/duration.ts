import { ConfigError } from '../errors';
import { show } from '../expect';

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3, // micro sign
  μs: 1e3, // Greek mu
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** Go counts nanoseconds in 63 bits. */
const LONGEST_NANOSECONDS = 2 ** 63;

const FIX = "write a number with a unit, such as '30s', '1m30s' or '500ms'";

/**
 * Reads a duration as Docker does (Go's `time.ParseDuration`): `30s`, `1m30s`, `500ms`, `1.5h`.
 *
 * @returns nanoseconds; exact below 104 days
 * @throws ConfigError `DURATION_MALFORMED`
 */
export function parseDuration(text: string, at: string, what = 'duration'): number {
  const unsigned = text.replace(/^\+/, '');
  if (unsigned === '0') return 0;
  const parts = [...unsigned.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g)];
  const isWhole = unsigned !== '' && parts.map(([part]) => part).join('') === unsigned;
  const hasNumbers = parts.every(([, whole = '', fraction = '']) => `${whole}${fraction}` !== '');
  if (!isWhole || !hasNumbers) throw malformed(text, at, what);
  const nanoseconds = parts.reduce(
    (sum, [, whole = '', fraction = '', unit = '']) =>
      sum + nanosecondsOf(whole, fraction, NANOSECONDS[unit] ?? 0),
    0,
  );
  if (nanoseconds < LONGEST_NANOSECONDS) return nanoseconds;
  throw new ConfigError('DURATION_MALFORMED', {
    at,
    problem: `${what} ${show(text)} is longer than Docker can count`,
    fix: 'write at most 2562047h',
  });
}

/** Like Go, which drops what is less than a nanosecond. */
function nanosecondsOf(whole: string, fraction: string, unit: number): number {
  const rest = Number(fraction) * (unit / 10 ** fraction.length);
  return Number(whole) * unit + Math.floor(rest);
}

function malformed(text: string, at: string, what: string): ConfigError {
  const problem = /^-[\d.]/.test(text) ? 'is negative' : 'is not a duration';
  return new ConfigError('DURATION_MALFORMED', {
    at,
    problem: `${what} ${show(text)} ${problem}`,
    fix: FIX,
  });
}

/**
 * The text that Go prints for a duration: `1m0s` for sixty seconds. The provider stores it so,
 * and plans a change for any other spelling.
 */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e3) return `${String(nanoseconds)}ns`;
  if (nanoseconds < 1e6) return `${decimal(nanoseconds, 3)}µs`;
  if (nanoseconds < 1e9) return `${decimal(nanoseconds, 6)}ms`;
  const hours = Math.floor(nanoseconds / 3600e9);
  const minutes = Math.floor((nanoseconds % 3600e9) / 60e9);
  const seconds = `${decimal(nanoseconds % 60e9, 9)}s`;
  if (hours > 0) return `${String(hours)}h${String(minutes)}m${seconds}`;
  return minutes > 0 ? `${String(minutes)}m${seconds}` : seconds;
}

/** The number with its last digits behind the point, zeros at the end left out. */
function decimal(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  return `${text.slice(0, -digits)}${fraction === '' ? '' : `.${fraction}`}`;
}
