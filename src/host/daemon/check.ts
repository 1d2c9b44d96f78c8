import { ConfigError } from '../../errors';
import { expectRecord, unknownProp } from '../../expect';
import type { DaemonSettingName } from './key';
import { DAEMON_KEYS, settingOf } from './keys';
import { PASSED_OVER } from './passed-over';
import type { DaemonConfig } from './settings';

/**
 * Refuses settings of which one is wrong by itself, whatever the engine.
 *
 * @throws ConfigError naming the setting and its value
 */
export function checkDaemonConfig(config: DaemonConfig, at: string): void {
  expectRecord(config, at, 'daemon');
  for (const [name, value] of Object.entries(config)) {
    if (name === 'otherKeys') continue;
    if (!isSetting(name)) throw unknownProp(name, at, [...Object.keys(DAEMON_KEYS), 'otherKeys']);
    if (value !== undefined) DAEMON_KEYS[name].check(value, at, name);
  }
  if (config.otherKeys !== undefined) checkOtherKeys(config.otherKeys, at);
}

function isSetting(name: string): name is DaemonSettingName {
  return Object.hasOwn(DAEMON_KEYS, name);
}

function checkOtherKeys(otherKeys: Readonly<Record<string, unknown>>, at: string): void {
  expectRecord(otherKeys, at, 'otherKeys');
  for (const key of Object.keys(otherKeys)) {
    refusePassedOver(key, at);
    const name = key === 'proxies' ? 'httpProxy' : settingOf(key);
    if (name === undefined) continue;
    throw new ConfigError('OPTION_GIVEN_TWICE', {
      at,
      problem: `otherKeys has '${key}', which is a setting of its own`,
      fix: `write ${name}`,
    });
  }
}

/**
 * Refuses the name of a flag, which dockerd accepts as a key and passes over in silence.
 *
 * @throws ConfigError `DAEMON_KEY_IGNORED`
 */
export function refusePassedOver(key: string, at: string): void {
  const right = PASSED_OVER.get(key);
  if (right === undefined) return;
  throw new ConfigError('DAEMON_KEY_IGNORED', {
    at,
    problem: `dockerd starts with the key '${key}' and passes it over`,
    fix: `write '${right}'`,
  });
}
