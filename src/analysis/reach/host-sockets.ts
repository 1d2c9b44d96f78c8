import type { Container, Listener } from '../../topology/container';
import type { Host } from '../../topology/host';
import type { HostAddress } from './bindings';
import type { Call } from './call';
import { answers } from './listening-on';
import type { UserListeners } from './stack';

/** What the machine's own programs, and containers in host mode, answer on. */
export interface HostSockets {
  readonly listeners: readonly UserListeners[];
  readonly services: readonly Listener[];

  /** Whether nobody but those listed holds a socket open. */
  readonly areKnown: boolean;
}

/** The sockets of a host. */
export function hostSocketsOf(host: Host, inHostMode: readonly UserListeners[]): HostSockets {
  const services = host.services.map(({ port, protocol, address }) => ({
    port,
    protocol,
    ...(address === undefined ? {} : { address }),
  }));
  const areAllKnown = inHostMode.every(({ listeners }) => listeners.length > 0);
  return {
    listeners: inHostMode,
    services,
    areKnown: services.length > 0 && areAllKnown,
  };
}

/** The program of the host that answers there; the user is absent where it is no container. */
export interface OwnSocket {
  readonly user: Container | undefined;
  readonly listeners: readonly Listener[];
}

/** Who of the host itself takes the call at the address. */
export function ownSocket(
  { listeners, services }: HostSockets,
  call: Call,
  { address, kind }: HostAddress,
): OwnSocket | undefined {
  const arrival = { address, isLoopback: kind === 'loopback' };
  const service = services.find((one) => answers(one, call, arrival));
  if (service !== undefined) return { user: undefined, listeners: [service] };
  return listeners.find((one) => one.listeners.some((each) => answers(each, call, arrival)));
}
