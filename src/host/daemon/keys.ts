import { ENGINE_KEYS } from './engine-keys';
import type { DaemonKey, DaemonSettingName } from './key';
import { NETWORK_KEYS } from './network-keys';

/** Every key of `daemon.json` that dockerd 20.10 to 29 knows on Linux, by the name of its setting. */
export const DAEMON_KEYS: Readonly<Record<DaemonSettingName, DaemonKey>> = {
  ...NETWORK_KEYS,
  ...ENGINE_KEYS,
};

const NAMES: ReadonlyMap<string, DaemonSettingName> = new Map(
  Object.entries(DAEMON_KEYS).map(([name, { key }]) => [key, name as DaemonSettingName]),
);

/** Setting that a key of the file is; absent: the key is not one that dockerd has. */
export function settingOf(key: string): DaemonSettingName | undefined {
  return NAMES.get(key);
}

/** Every key of the file. */
export function daemonKeyNames(): Iterable<string> {
  return NAMES.keys();
}
