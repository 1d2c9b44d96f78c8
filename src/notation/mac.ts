import { ConfigError } from '../errors';
import { show } from '../expect';

/** Pairs with colons or dashes, or three groups with dots. */
const MAC =
  /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})$/;

/**
 * Reads a unicast MAC address such as `02:42:ac:1b:00:0a`; `02-42-ac-1b-00-0a` and
 * `0242.ac1b.000a` are accepted, too.
 *
 * @returns lower case with colons
 * @throws ConfigError `MAC_MALFORMED`
 */
export function parseMac(text: string, at: string): string {
  const lower = text.toLowerCase();
  if (!MAC.test(lower)) {
    const fix = 'write six pairs of hexadecimal digits, such as 02:42:ac:1b:00:0a';
    throw malformed(text, at, 'is malformed', fix);
  }
  const digits = lower.replace(/[^0-9a-f]/g, '');
  if (/^0+$/.test(digits)) {
    const fix = 'choose one that begins with 02';
    throw malformed(text, at, 'is zero, which no interface can have', fix);
  }
  if ((parseInt(digits.slice(0, 2), 16) & 1) === 1) {
    const fix = 'choose one whose first byte is even, such as 02';
    throw malformed(text, at, 'is a multicast address', fix);
  }
  return digits.replace(/..(?=.)/g, '$&:');
}

function malformed(text: string, at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('MAC_MALFORMED', {
    at,
    problem: `MAC address ${show(text)} ${problem}`,
    fix,
  });
}
