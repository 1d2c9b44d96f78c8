import { ConfigError } from '../errors';

/**
 * Reads a unicast MAC address such as `02:42:ac:1b:00:0a`; dashes are accepted, too.
 *
 * @returns lower case with colons
 * @throws ConfigError `MAC_MALFORMED`
 */
export function parseMac(text: string, at: string): string {
  const fix = 'write six pairs of hexadecimal digits, such as 02:42:ac:1b:00:0a';
  if (!/^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i.test(text)) {
    throw new ConfigError('MAC_MALFORMED', {
      at,
      problem: `MAC address '${text}' is malformed`,
      fix,
    });
  }
  if ((parseInt(text.slice(0, 2), 16) & 1) === 1) {
    throw new ConfigError('MAC_MALFORMED', {
      at,
      problem: `MAC address '${text}' is a multicast address`,
      fix: 'choose one whose first byte is even, such as 02',
    });
  }
  return text.toLowerCase().replaceAll('-', ':');
}
