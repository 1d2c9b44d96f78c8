import { ConfigError } from '../../errors';
import { expectText } from '../../expect';
import { formatAddress, type Family } from '../../ip/address';
import { contains, parseCidr, parseInterfaceAddress, type InterfaceAddress } from '../../ip/cidr';
import { checkFamily } from './family';
import type { ValueCheck } from './value';

/** Blocks that no bridge can serve containers from, though some engines start with them. */
const UNFIT = ['127.0.0.0/8', '224.0.0.0/4', '::1/128', 'ff00::/8'].map((each) =>
  parseCidr(each, each),
);

/**
 * An address of a bridge with its prefix length, of one IP version. Measured: dockerd does not start with the
 * first or last address of a block, nor 20.10 with a block that has no room for a container.
 */
export function bridgeAddress(family: Family): ValueCheck {
  return (value, at, what) => {
    expectText(value, at, what);
    const parsed = parseInterfaceAddress(value, at, what);
    checkFamily(parsed.block.family, family, { at, what, value });
    const problem = problemOf(parsed);
    if (problem === undefined) return;
    throw new ConfigError('BRIDGE_ADDRESS_UNUSABLE', {
      at,
      problem: `${what} ${value} ${problem}`,
      fix: fixOf(parsed),
    });
  };
}

function problemOf({ address, block }: InterfaceAddress): string | undefined {
  if (UNFIT.some((unfit) => unfit.family === block.family && contains(unfit, address))) {
    return 'is a loopback or multicast address';
  }
  if (block.last - block.first < 3n) return 'leaves no address to containers';
  if (address.value === block.first) return 'is the address of the network itself';
  if (block.family === 4 && address.value === block.last) return 'is the broadcast address';
  return undefined;
}

function fixOf({ address, block }: InterfaceAddress): string {
  const isAtTheEdge = address.value === block.first || address.value === block.last;
  if (!isAtTheEdge || block.last - block.first < 3n) {
    return `write an address and a larger block, such as ${block.family === 4 ? '172.19.0.1/16' : 'fd00:19::1/64'}`;
  }
  const first = { family: block.family, value: block.first + 1n };
  return `write an address inside the block, such as ${formatAddress(first)}/${String(block.prefix)}`;
}
