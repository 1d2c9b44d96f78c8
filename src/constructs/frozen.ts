import { ConfigError } from '../errors';
import type { AddressSource } from './address-source';

/**
 * Whether the lock file of the plans may not be written.
 *
 * @throws ConfigError `PROP_CHOICE`
 */
export function isFrozen(
  plans: readonly Pick<AddressSource, 'frozen'>[],
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const said = plans.map(({ frozen }) => frozen).filter((frozen) => frozen !== undefined);
  return said.length > 0 ? said.includes(true) : isFrozenHere(env);
}

function isFrozenHere(env: Readonly<Record<string, string | undefined>>): boolean {
  const { PORTOLAN_FROZEN: frozen = '', CI = '' } = env;
  if (frozen === '') return CI === 'true' || CI === '1';
  if (frozen === 'true' || frozen === 'false') return frozen === 'true';
  throw new ConfigError('PROP_CHOICE', {
    at: 'PORTOLAN_FROZEN',
    problem: `the variable is '${frozen}'`,
    fix: "write 'true' or 'false'",
  });
}

/** The error for a lock file that would have to change, and may not. */
export function lockOutdated(file: string, before: string, after: string): ConfigError {
  const known = new Set(before.split('\n'));
  const changed = after.split('\n').filter((line) => !known.has(line));
  const count = changed.length === 1 ? 'a line' : `${String(changed.length)} lines`;
  return new ConfigError('LOCK_OUTDATED', {
    at: file,
    problem: `${count} would change, the first to ${changed[0]?.trim() ?? 'nothing'}`,
    fix: 'run synth where PORTOLAN_FROZEN and CI are not set, and commit the file',
  });
}
