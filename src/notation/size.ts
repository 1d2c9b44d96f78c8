import { ConfigError } from '../errors';
import { show } from '../expect';

const UNITS = ['', 'k', 'm', 'g', 't', 'p'];

const SIZE = /^\+?((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?) ?(?:([kmgtp])(?:i?b)?|b)?$/i;

/** Bytes in a mebibyte, the provider's unit of memory. */
export const MEBIBYTE = 1024 * 1024;

/**
 * Reads a size as Docker does: a number of bytes, or `512m`, `1.5g`, `64KiB` (units of 1024).
 *
 * @returns bytes
 * @throws ConfigError `SIZE_MALFORMED`
 */
export function parseSize(size: unknown, at: string, what = 'size'): number {
  const text = typeof size === 'number' ? String(size) : size;
  const match = typeof text === 'string' ? SIZE.exec(text) : null;
  const bytes =
    match === null ? NaN : Number(match[1]) * 1024 ** UNITS.indexOf((match[2] ?? '').toLowerCase());
  if (Number.isSafeInteger(Math.floor(bytes))) return Math.floor(bytes);
  throw new ConfigError('SIZE_MALFORMED', {
    at,
    problem: `${what} ${show(size)} is not a size`,
    fix: "write a number of bytes, or a size such as '512m' or '1.5g'",
  });
}

/**
 * Reads a size that the provider keeps in whole mebibytes.
 *
 * @returns mebibytes
 * @throws ConfigError `SIZE_MALFORMED`
 */
export function parseMebibytes(
  size: unknown,
  at: string,
  { what, min }: { readonly what: string; readonly min: number },
): number {
  const mebibytes = parseSize(size, at, what) / MEBIBYTE;
  if (Number.isInteger(mebibytes) && mebibytes >= min) return mebibytes;
  const problem =
    mebibytes < min
      ? `is less than ${String(min)}m, the least that Docker accepts`
      : `is ${mebibytes.toFixed(3)} mebibytes, and the provider keeps whole ones`;
  throw new ConfigError('SIZE_MALFORMED', {
    at,
    problem: `${what} ${show(size)} ${problem}`,
    fix: `write '${String(Math.max(min, Math.ceil(mebibytes)))}m'`,
  });
}
