import { ConfigError } from '../errors';
import { show } from '../expect';

/** A version as its numbers, most significant first. */
export type Version = readonly number[];

/**
 * Reads a version: one to three numbers, anything after a `-`, `+` or `~` is left out (`20.10.24+dfsg1`).
 *
 * @throws ConfigError `VERSION_MALFORMED`
 */
export function parseVersion(text: string, at: string, what = 'version'): Version {
  const match = /^v?(\d{1,5})(?:\.(\d{1,5}))?(?:\.(\d{1,5}))?(?:[-+~].*)?$/.exec(text);
  if (match !== null) {
    return match.slice(1, 4).flatMap((part?: string) => (part === undefined ? [] : Number(part)));
  }
  throw new ConfigError('VERSION_MALFORMED', {
    at,
    problem: `${what} ${show(text)} is not a version`,
    fix: "write numbers with dots, such as '28.5' or '20.10.24'",
  });
}

/** Negative when `a` is older; missing numbers count as 0. */
export function compareVersions(a: Version, b: Version): number {
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
