import { ConfigError } from '../../errors';
import { expectChoice, expectRecord, nearest } from '../../expect';
import { checkDaemonConfig, refusePassedOver } from './check';
import type { DaemonSettingName } from './key';
import { DAEMON_KEYS, daemonKeyNames, settingOf } from './keys';
import type { DaemonConfig } from './settings';

/** How a `daemon.json` is read. */
export interface ParseDaemonOptions {
  /**
   * What becomes of keys that are not settings here: `refuse` throws, `keep` hands them on in `otherKeys`.
   *
   * @default 'refuse'
   */
  readonly unknownKeys?: 'refuse' | 'keep';
}

/**
 * Reads the text of a `daemon.json`.
 *
 * @param at - Place for messages, such as the file's name
 * @throws ConfigError `DAEMON_JSON_MALFORMED`, `DAEMON_KEY_UNKNOWN`, `DAEMON_KEY_IGNORED`, and what is wrong
 * with a single value
 */
export function parseDaemonJson(
  text: string,
  at: string,
  { unknownKeys = 'refuse' }: ParseDaemonOptions = {},
): DaemonConfig {
  expectChoice(unknownKeys, at, 'unknownKeys', ['refuse', 'keep']);
  const file = readObject(text, at);
  const settings: Record<string, unknown> = {};
  const otherKeys: [string, unknown][] = [];
  for (const entry of entriesOf(file, at)) {
    const name = settingAt(entry, at);
    if (name === undefined) {
      if (unknownKeys === 'refuse') throw unknownKey(entry.key, at);
      otherKeys.push([entry.key, entry.value]);
      continue;
    }
    const { form } = DAEMON_KEYS[name];
    settings[name] = form === undefined ? entry.value : form.read(entry.value);
  }
  if (otherKeys.length > 0) settings['otherKeys'] = Object.fromEntries(otherKeys);
  checkDaemonConfig(settings, at);
  return settings;
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly section?: string;
}

/** The setting that the entry is; absent: none, and dockerd might read it all the same. */
function settingAt({ key, section }: Entry, at: string): DaemonSettingName | undefined {
  const name = settingOf(key);
  if (name !== undefined && DAEMON_KEYS[name].section === section) return name;
  if (section !== undefined || name !== undefined) throw misplaced(key, section, at);
  refusePassedOver(key, at);
  return undefined;
}

function* entriesOf(file: Readonly<Record<string, unknown>>, at: string): Iterable<Entry> {
  for (const [key, value] of Object.entries(file)) {
    if (key !== 'proxies') {
      yield { key, value };
      continue;
    }
    expectRecord(value, at, key);
    for (const [inner, each] of Object.entries(value)) {
      yield { key: inner, value: each as unknown, section: key };
    }
  }
}

function readObject(text: string, at: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError('DAEMON_JSON_MALFORMED', {
      at,
      problem: `the file is no JSON (${error.message.replace(/\s+/g, ' ')})`,
      fix: 'write JSON without comments, byte order mark and trailing commas; {} for no settings',
    });
  }
  expectRecord(value, at, 'the file');
  return value as Readonly<Record<string, unknown>>;
}

/** Measured: dockerd starts with `http-proxy` at the top, and asks no proxy. */
function misplaced(key: string, section: string | undefined, at: string): ConfigError {
  return new ConfigError('DAEMON_KEY_IGNORED', {
    at,
    problem: `'${key}' stands ${section === undefined ? 'at the top of the file' : `in '${section}'`}, where dockerd passes it over`,
    fix: section === undefined ? "write it in 'proxies'" : `take it out of '${section}'`,
  });
}

function unknownKey(key: string, at: string): ConfigError {
  const near = nearest(key, daemonKeyNames());
  return new ConfigError('DAEMON_KEY_UNKNOWN', {
    at,
    problem: `there is no key '${key}'`,
    fix:
      near === undefined
        ? "remove it, or keep it by unknownKeys: 'keep'"
        : `did you mean '${near}'?`,
  });
}
