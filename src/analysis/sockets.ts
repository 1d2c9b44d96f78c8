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
function isEvery({ family, address }: Socket): boolean {
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

/**
 * Each item that wants a socket of another one, in their order; items that the judge lets pass may
 * have the same sockets.
 */
export function* socketClashes<T>(
  items: Iterable<T>,
  addressOf: (item: T) => string | undefined,
  isClash: (item: T, other: T) => boolean,
): Generator<readonly [T, T], void, undefined> {
  const tables: PortTable<T>[] = [];
  for (const item of items) {
    const sockets = socketsAt(addressOf(item));
    const others = tables.map((table) => ownerOf(table, sockets));
    const other = others.find((one) => one !== undefined && isClash(item, one));
    if (other !== undefined) {
      yield [item, other];
      continue;
    }
    const table = tables[others.indexOf(undefined)] ?? new PortTable<T>();
    if (!tables.includes(table)) tables.push(table);
    for (const socket of sockets) table.add(socket, item);
  }
}

function ownerOf<T>(table: PortTable<T>, sockets: readonly Socket[]): T | undefined {
  return sockets.map((socket) => table.find(socket)).find((found) => found !== undefined);
}

function everySocket(family: Family): Socket {
  return { family, address: EVERY[family] };
}
