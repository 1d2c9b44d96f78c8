import type { Listener } from '../../topology/container';
import type { Call } from './call';

/** Where a connection arrives: at an address of a network, or at the loopback. */
export interface Arrival {
  /** The address; absent: one that the engine picks. */
  readonly address: string | undefined;
  readonly isLoopback: boolean;
}

/** What a program, or all of a container's, is known to answer on; empty: nothing is known. */
export interface Listeners {
  readonly listeners: readonly Listener[];
}

/** Whether somebody answers; `unknown`: somebody of whom nothing is known may. */
export type Answerer = 'open' | 'closed' | 'unknown';

/** Who of those that share a network stack answers the call. */
export function answererOf(known: readonly Listeners[], call: Call, arrival: Arrival): Answerer {
  const found = known.find(({ listeners }) =>
    listeners.some((listener) => answers(listener, call, arrival)),
  );
  if (found !== undefined) return 'open';
  return known.some(({ listeners }) => listeners.length === 0) ? 'unknown' : 'closed';
}

/** Whether a program that is bound like this takes the call. */
export function answers(
  { port, protocol, address }: Listener,
  call: Call,
  arrival: Arrival,
): boolean {
  if (protocol !== call.protocol || port !== call.port) return false;
  return isBoundTo(address, call, arrival);
}

/** A socket of `::` takes IPv4 too, as programs open it. */
function isBoundTo(address: string | undefined, { family }: Call, arrival: Arrival): boolean {
  if (address === undefined || address === '::') return true;
  if (address === '0.0.0.0') return family === 4;
  if (isLoopbackAddress(address)) {
    return arrival.isLoopback && address.includes(':') === (family === 6);
  }
  return address === arrival.address;
}

/** Whether it is an address that a machine reaches itself by. */
export function isLoopbackAddress(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
