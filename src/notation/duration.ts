import { ConfigError } from '../errors';

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/**
 * Reads a duration as Docker does (Go's `time.ParseDuration`): `30s`, `1m30s`, `500ms`, `1.5h`.
 *
 * @returns nanoseconds
 * @throws ConfigError `DURATION_MALFORMED`
 */
export function parseDuration(text: string, at: string, what = 'duration'): number {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g)];
  const read = parts.map((part) => part[0]).join('');
  if (text !== '' && read === text) {
    return Math.round(
      parts.reduce(
        (sum, [, number, unit]) => sum + Number(number) * (NANOSECONDS[unit ?? ''] ?? 0),
        0,
      ),
    );
  }
  throw new ConfigError('DURATION_MALFORMED', {
    at,
    problem: `${what} '${text}' is not a duration`,
    fix: "write a number with a unit, such as '30s', '1m30s' or '500ms'",
  });
}

/**
 * The text that Go prints for a duration: `1m0s` for sixty seconds. The provider stores it so,
 * and plans a change for any other spelling.
 */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 1e3) return `${String(nanoseconds)}ns`;
  if (nanoseconds < 1e6) return `${String(nanoseconds / 1e3)}µs`;
  if (nanoseconds < 1e9) return `${String(nanoseconds / 1e6)}ms`;
  const hours = Math.floor(nanoseconds / 3600e9);
  const minutes = Math.floor((nanoseconds % 3600e9) / 60e9);
  const seconds = `${String((nanoseconds % 60e9) / 1e9)}s`;
  if (hours > 0) return `${String(hours)}h${String(minutes)}m${seconds}`;
  return minutes > 0 ? `${String(minutes)}m${seconds}` : seconds;
}
