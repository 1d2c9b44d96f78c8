import type { Family } from '../ip/address';

/** One address and family that a port is opened on. */
export interface Socket {
  readonly family: Family;

  /** `0.0.0.0` and `::` stand for every address. */
  readonly address: string;
}

const EVERY: Readonly<Record<Family, string>> = { 4: '0.0.0.0', 6: '::' };

/** Both families unless an address is named. */
export function socketsAt(address: string | undefined): readonly Socket[] {
  if (address === undefined) return [everySocket(4), everySocket(6)];
  return [{ family: address.includes(':') ? 6 : 4, address }];
}

/** Whether the socket takes every address of its family. */
export function isEvery({ family, address }: Socket): boolean {
  return address === EVERY[family];
}

/** Who has which sockets of one port: the first one that came. */
export class PortTable<T> {
  private readonly owners = new Map<string, T>();
  private readonly firsts = new Map<Family, T>();

  /** The owner of a socket that is in the way of this one. */
  find(socket: Socket): T | undefined {
    if (isEvery(socket)) return this.firsts.get(socket.family);
    return this.owners.get(socket.address) ?? this.owners.get(EVERY[socket.family]);
  }

  add(socket: Socket, owner: T): void {
    if (!this.owners.has(socket.address)) this.owners.set(socket.address, owner);
    if (!this.firsts.has(socket.family)) this.firsts.set(socket.family, owner);
  }
}

function everySocket(family: Family): Socket {
  return { family, address: EVERY[family] };
}
