import { compareVersions, parseVersion } from '../../notation/version';
import type { DaemonConfig } from './settings';
import type { ValueCheck } from './value';

/** Name of a setting of dockerd in a {@link DaemonConfig}. */
export type DaemonSettingName = Exclude<keyof DaemonConfig, 'otherKeys'>;

/** What is known of one key of `daemon.json`. */
export interface DaemonKey {
  /** Name in the file. */
  readonly key: string;

  /** Refuses a wrong value. */
  readonly check: ValueCheck;

  /** First engine that knows the key; absent: 20.10 or older. */
  readonly since?: string;

  /** First engine that does not know it any more. */
  readonly until?: string;

  /** How the file writes the value; absent: as it is. */
  readonly form?: {
    readonly write: (value: unknown) => unknown;
    readonly read: (value: unknown) => unknown;
  };

  /** Section that the file has the key in; absent: at the top. */
  readonly section?: 'proxies';
}

/** Whether an engine of the version starts with the key in its file. */
export function isKnownTo({ since, until }: DaemonKey, engineVersion: string, at: string): boolean {
  const engine = parseVersion(engineVersion, at, 'engine version');
  if (since !== undefined && compareVersions(engine, parseVersion(since, at)) < 0) return false;
  return until === undefined || compareVersions(engine, parseVersion(until, at)) < 0;
}
