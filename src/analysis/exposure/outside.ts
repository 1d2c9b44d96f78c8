import { tryParseAddress, type Family } from '../../ip/address';
import { rangeKindOf } from '../../ip/ranges';
import type { Host } from '../../topology/host';
import { unknownAs, type Judged } from './socket';

/** Whether the machines behind routers reach what the LAN reaches at an address of the host. */
export function fromOutside(
  lan: Judged,
  host: Host,
  family: Family,
  address: string | undefined,
): Judged {
  if (lan.answer === 'no') return lan;
  if (address === undefined) return unknownAs('its address is not known before it runs');
  const isEvery = address === '0.0.0.0' || address === '::';
  const addresses = isEvery ? interfaceAddresses(host) : [address];
  if (addresses.some((one) => isPublic(one, family))) return lan;
  const reason =
    addresses.length === 0
      ? 'the addresses of the host are not declared'
      : 'its address is not public: only routers that forward to it let others in';
  return unknownAs(reason);
}

function interfaceAddresses({ interfaces }: Host): string[] {
  return interfaces.flatMap(({ addresses }) =>
    addresses.map((address) => address.split('/', 1)[0] ?? address),
  );
}

function isPublic(text: string, family: Family): boolean {
  const address = tryParseAddress(text);
  return address?.family === family && rangeKindOf(address) === 'public';
}

/** Whether the address is one that only the machine itself has. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
