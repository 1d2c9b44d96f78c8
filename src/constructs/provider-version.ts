import { ConfigError } from '../errors';
import { compareVersions, parseVersion, type Version } from '../notation/version';

/** The provider versions that a stack asks for unless told otherwise. */
export const DEFAULT_PROVIDER_VERSION = '>= 4.5.0, < 5.0.0';

/**
 * The oldest version that a Terraform version constraint lets in: `>= 4.5.0, < 5.0.0`, `~> 3.6`,
 * `3.6.2`.
 *
 * @throws ConfigError `PROVIDER_VERSION_MALFORMED`
 * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export function oldestVersion(constraint: string, at: string): Version {
  const lows = constraint.split(',').map((part) => lowOf(part.trim(), constraint, at));
  const newestLow = lows.reduce((low, other) => (compareVersions(other, low) > 0 ? other : low));
  if (compareVersions(newestLow, OLDEST_SUPPORTED) >= 0) return newestLow;
  throw malformed(
    constraint,
    at,
    'lets versions before 3.6.2 in',
    `write '3.6.2' or '${DEFAULT_PROVIDER_VERSION}'`,
  );
}

const OLDEST_SUPPORTED: Version = [3, 6, 2];

function lowOf(part: string, constraint: string, at: string): Version {
  const match = /^(=|!=|>=|>|<=|<|~>)?\s*(\d[\w.+-]*)$/.exec(part);
  if (match === null) {
    throw malformed(
      constraint,
      at,
      `has the part '${part}'`,
      `write it like '${DEFAULT_PROVIDER_VERSION}'`,
    );
  }
  const [, operator = '=', version = ''] = match;
  const isLowerBound = ['=', '>=', '>', '~>'].includes(operator);
  const parsed = parseVersion(version, at, 'providerVersion');
  return isLowerBound ? parsed : [0];
}

function malformed(constraint: string, at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('PROVIDER_VERSION_MALFORMED', {
    at,
    problem: `providerVersion '${constraint}' ${problem}`,
    fix,
  });
}
