import { ConfigError } from '../errors';

/** IP version. */
export type Family = 4 | 6;

/** An IPv4 or IPv6 address as a number; compare and calculate with `value`. */
export interface IpAddress {
  /** IP version. */
  readonly family: Family;

  /** The address as an unsigned number of 32 or 128 bits. */
  readonly value: bigint;
}

/** Number of bits in an address of the family. */
export function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128;
}

/**
 * Reads an address: dotted decimal for IPv4, RFC 4291 text for IPv6 (no zone, no prefix).
 *
 * @throws ConfigError `ADDRESS_MALFORMED` naming what is wrong with the text
 */
export function parseAddress(text: string, at: string, what = 'address'): IpAddress {
  const result = text.includes(':') ? readIpv6(text) : readIpv4(text);
  if (typeof result === 'bigint') return { family: text.includes(':') ? 6 : 4, value: result };
  throw new ConfigError('ADDRESS_MALFORMED', {
    at,
    problem: `${what} '${text}' ${result.problem}`,
    fix: result.fix,
  });
}

/** Reads an address; `undefined` when the text is not one. */
export function tryParseAddress(text: string): IpAddress | undefined {
  const isV6 = text.includes(':');
  const result = isV6 ? readIpv6(text) : readIpv4(text);
  return typeof result === 'bigint' ? { family: isV6 ? 6 : 4, value: result } : undefined;
}

/** Canonical text: dotted decimal, or RFC 5952 for IPv6. */
export function formatAddress({ family, value }: IpAddress): string {
  return family === 4 ? formatIpv4(value) : formatIpv6(value);
}

/** Orders IPv4 before IPv6, then by number. */
export function compareAddresses(a: IpAddress, b: IpAddress): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.value === b.value) return 0;
  return a.value < b.value ? -1 : 1;
}

/** Same family and same number. */
export function sameAddress(a: IpAddress, b: IpAddress): boolean {
  return a.family === b.family && a.value === b.value;
}

interface Mistake {
  readonly problem: string;
  readonly fix: string;
}

const IPV4_FIX = 'write four numbers from 0 to 255, such as 10.0.0.5';
const IPV6_FIX = 'write an IPv6 address such as fd00:1::5';

const OCTET = '(\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])';

/** Four numbers from 0 to 255, without leading zeros. */
const IPV4 = new RegExp(`^${[OCTET, OCTET, OCTET, OCTET].join('\\.')}$`);

function readIpv4(text: string): bigint | Mistake {
  const match = IPV4.exec(text);
  if (match === null) return ipv4Mistake(text);
  const [, a, b, c, d] = match;
  return BigInt(((Number(a) * 256 + Number(b)) * 256 + Number(c)) * 256 + Number(d));
}

function ipv4Mistake(text: string): Mistake {
  const octets = text.split('.');
  const mistakes = octets.length === 4 ? octets.map((octet) => octetMistake(octet, text)) : [];
  const first = mistakes.find((mistake) => mistake !== undefined);
  return first ?? { problem: 'is not an IP address', fix: IPV4_FIX };
}

function octetMistake(octet: string, text: string): Mistake | undefined {
  if (!/^\d{1,9}$/.test(octet)) {
    const shown = octet === '' ? 'an empty part' : `the part '${octet}'`;
    return { problem: `has ${shown}`, fix: withoutPrefix(text) ?? IPV4_FIX };
  }
  if (octet.length > 1 && octet.startsWith('0')) {
    return {
      problem: `has '${octet}' with a leading zero, which some programs read as octal`,
      fix: `write ${String(Number(octet))}`,
    };
  }
  return Number(octet) > 255
    ? { problem: `has ${octet}, which is over 255`, fix: IPV4_FIX }
    : undefined;
}

function withoutPrefix(text: string): string | undefined {
  const [address, prefix] = text.split('/');
  return prefix === undefined ? undefined : `write ${address ?? ''}, without the prefix length`;
}

function readIpv6(text: string): bigint | Mistake {
  if (text.includes('%')) {
    return { problem: 'has a zone', fix: `write ${text.slice(0, text.indexOf('%'))}` };
  }
  const prefixHint = withoutPrefix(text);
  if (prefixHint !== undefined) return { problem: 'has a prefix length', fix: prefixHint };
  const plain = embeddedIpv4ToGroups(text);
  return typeof plain === 'string' ? readGroups(plain) : plain;
}

function readGroups(text: string): bigint | Mistake {
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0)
    return { problem: "has '::' more than once", fix: "write '::' once at most" };
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')];
  const bad = [...head, ...tail].find((group) => !/^[0-9a-f]{1,4}$/i.test(group));
  if (bad !== undefined) {
    const shown = bad === '' ? 'an empty group' : `the group '${bad}'`;
    return { problem: `has ${shown}`, fix: 'write groups of one to four hexadecimal digits' };
  }
  const count = head.length + tail.length;
  const isWhole = after === undefined ? count === 8 : count <= 7;
  if (!isWhole) {
    return {
      problem: `has ${String(count)} groups`,
      fix: "write eight groups, or fewer with '::'",
    };
  }
  const zeros = Array<string>(8 - count).fill('0');
  return [...head, ...zeros, ...tail].reduce(
    (value, group) => (value << 16n) | BigInt(parseInt(group, 16)),
    0n,
  );
}

function groupsOf(half: string): string[] {
  return half === '' ? [] : half.split(':');
}

/** `::ffff:10.0.0.1` to `::ffff:a00:1`. */
function embeddedIpv4ToGroups(text: string): string | Mistake {
  if (!text.includes('.')) return text;
  const start = text.lastIndexOf(':') + 1;
  const value = readIpv4(text.slice(start));
  if (typeof value !== 'bigint') return { problem: `${value.problem} at its end`, fix: IPV6_FIX };
  return `${text.slice(0, start)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function formatIpv4(value: bigint): string {
  const number = Number(value);
  return [24, 16, 8, 0].map((shift) => String((number >>> shift) & 255)).join('.');
}

function formatIpv6(value: bigint): string {
  const groups: string[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) {
    groups.push(((value >> shift) & 0xffffn).toString(16));
  }
  const { start, length } = longestZeroRun(groups);
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  groups.forEach((group, index) => {
    if (group !== '0') start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  });
  return best;
}
