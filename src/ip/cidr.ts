import { ConfigError } from '../errors';
import { bitsOf, formatAddress, parseAddress, type Family, type IpAddress } from './address';

/** An address block: every address from `first` to `last`. */
export interface Cidr {
  /** IP version. */
  readonly family: Family;

  /** Lowest address of the block as a number; its host bits are zero. */
  readonly first: bigint;

  /** Highest address of the block as a number. */
  readonly last: bigint;

  /** Prefix length: 0 to 32, or 0 to 128. */
  readonly prefix: number;
}

/** An address on an interface together with the block it lies in: `192.168.1.5/24`. */
export interface InterfaceAddress {
  readonly address: IpAddress;
  readonly block: Cidr;
}

/**
 * Reads a block such as `10.0.0.0/24` or `fd00:1::/64`; host bits must be zero.
 *
 * @throws ConfigError `CIDR_MALFORMED`, `CIDR_HOST_BITS`, `ADDRESS_MALFORMED`
 */
export function parseCidr(text: string, at: string, what = 'subnet'): Cidr {
  const { address, block } = parseInterfaceAddress(text, at, what);
  if (address.value === block.first) return block;
  throw new ConfigError('CIDR_HOST_BITS', {
    at,
    problem: `${what} ${text} has host bits set`,
    fix: `write ${formatCidr(block)}`,
  });
}

/** Reads a block; `undefined` when the text is not one. */
export function tryParseCidr(text: string): Cidr | undefined {
  try {
    return parseCidr(text, '');
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

/**
 * Reads an address with its prefix length, as an interface has it: `192.168.1.5/24`.
 *
 * @throws ConfigError `CIDR_MALFORMED`, `ADDRESS_MALFORMED`
 */
export function parseInterfaceAddress(
  text: string,
  at: string,
  what = 'address',
): InterfaceAddress {
  const [addressText = '', prefixText, ...rest] = text.split('/');
  const address = parseAddress(addressText, at, what);
  const bits = bitsOf(address.family);
  if (prefixText === undefined) {
    throw new ConfigError('CIDR_MALFORMED', {
      at,
      problem: `${what} ${text} has no prefix length`,
      fix: `write the block's size, such as ${addressText}/${address.family === 4 ? '24' : '64'}`,
    });
  }
  if (rest.length > 0 || !/^\d{1,3}$/.test(prefixText) || Number(prefixText) > bits) {
    throw new ConfigError('CIDR_MALFORMED', {
      at,
      problem: `${what} ${text} has the prefix length '${[prefixText, ...rest].join('/')}'`,
      fix: `write a number from 0 to ${String(bits)}`,
    });
  }
  return { address, block: blockOf(address, Number(prefixText)) };
}

/** The block of the given size that the address lies in. */
export function blockOf(address: IpAddress, prefix: number): Cidr {
  const hostBits = BigInt(bitsOf(address.family) - prefix);
  const first = (address.value >> hostBits) << hostBits;
  return { family: address.family, first, last: first + (1n << hostBits) - 1n, prefix };
}

/** Canonical text, for instance `10.0.0.0/24`. */
export function formatCidr({ family, first, prefix }: Cidr): string {
  return `${formatAddress({ family, value: first })}/${String(prefix)}`;
}

/** Whether the address, or the whole other block, lies in the block. */
export function contains(block: Cidr, inner: IpAddress | Cidr): boolean {
  if (block.family !== inner.family) return false;
  const [low, high] = 'value' in inner ? [inner.value, inner.value] : [inner.first, inner.last];
  return block.first <= low && high <= block.last;
}

/** Whether the two blocks have an address in common. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Number of addresses in the block, network and broadcast address included. */
export function addressCount(block: Cidr): bigint {
  return block.last - block.first + 1n;
}

/**
 * Lowest address that a host may have: not the network address of an IPv4 block or the
 * subnet-router anycast address of an IPv6 one. A block of one or two addresses has no such
 * reserved address (RFC 3021, RFC 6164).
 */
export function firstUsable(block: Cidr): IpAddress {
  const reserved = addressCount(block) > 2n ? 1n : 0n;
  return { family: block.family, value: block.first + reserved };
}

/** Highest address that a host may have: not the broadcast address of an IPv4 block. */
export function lastUsable(block: Cidr): IpAddress {
  const reserved = block.family === 4 && addressCount(block) > 2n ? 1n : 0n;
  return { family: block.family, value: block.last - reserved };
}

/** Every usable address in rising order; lazy, so a /64 can be looked into. */
export function* usableAddresses(block: Cidr): Generator<IpAddress, void, undefined> {
  const last = lastUsable(block).value;
  for (let { value } = firstUsable(block); value <= last; value += 1n) {
    yield { family: block.family, value };
  }
}
