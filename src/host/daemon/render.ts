import { ConfigError } from '../../errors';
import { checkDaemonConfig } from './check';
import { isKnownTo, type DaemonKey, type DaemonSettingName } from './key';
import { DAEMON_KEYS } from './keys';
import type { DaemonConfig } from './settings';

/** Where the message says that a setting is. */
const FILE = 'daemon.json';

/**
 * The text of `daemon.json` for an engine of the version. Keys are in alphabetical order, lists in the order
 * given: the same settings give the same bytes.
 *
 * @throws ConfigError `DAEMON_KEY_UNSUPPORTED` when the engine would not start for a key it does not know;
 * and what is wrong with a single value
 */
export function renderDaemonJson(config: DaemonConfig, engineVersion: string): string {
  checkDaemonConfig(config, FILE);
  const file: Record<string, unknown> = { ...config.otherKeys };
  const sections: Record<string, Record<string, unknown>> = {};
  for (const [name, row] of Object.entries(DAEMON_KEYS) as [DaemonSettingName, DaemonKey][]) {
    const value = config[name];
    if (value === undefined) continue;
    refuseUnsupported(name, row, engineVersion);
    const target = row.section === undefined ? file : (sections[row.section] ??= {});
    target[row.key] = row.form === undefined ? value : row.form.write(value);
  }
  return `${JSON.stringify({ ...file, ...sections }, sortKeys, 2)}\n`;
}

function refuseUnsupported(name: DaemonSettingName, row: DaemonKey, engineVersion: string): void {
  if (isKnownTo(row, engineVersion, FILE)) return;
  const known = [
    ...(row.since === undefined ? [] : [`from ${row.since} on`]),
    ...(row.until === undefined ? [] : [`before ${row.until}`]),
  ];
  throw new ConfigError('DAEMON_KEY_UNSUPPORTED', {
    at: FILE,
    problem: `engine ${engineVersion} does not know '${row.key}', which engines have ${known.join(' and ')}`,
    fix: `leave out ${name}, or name the engine that the file is for`,
  });
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
