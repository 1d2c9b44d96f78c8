import { blockKey, type AddressRecord, type BlockRecord, type Lock } from './lock';
import type { NetworkRequest, Requester } from './request';

/**
 * The lock with the paths that networks and containers have now: what is gone from one stack and new in
 * another one under the same path below it has moved there, and takes the place of what had been there
 * before. With two candidates nothing is guessed.
 */
export function followMoves(lock: Lock, networks: readonly NetworkRequest[]): Lock {
  if (lock.size === 0) return lock;
  const movedNetworks = findMoves(networks, pathsOfNetworks(lock));
  const members = networks.flatMap((network) => network.members);
  const movedContainers = findMoves(members, pathsOfContainers(lock));
  if (movedNetworks.to.size + movedContainers.to.size === 0) return lock;
  const moved = new Map<string, BlockRecord>();
  for (const record of lock.values()) {
    if (movedNetworks.targets.has(record.network)) continue;
    const network = movedNetworks.to.get(record.network) ?? record.network;
    const addresses = renamed(record.addresses, movedContainers);
    moved.set(blockKey(network, record.family), { ...record, network, addresses });
  }
  return moved;
}

function renamed(addresses: BlockRecord['addresses'], moves: Moves): BlockRecord['addresses'] {
  const result = new Map<string, AddressRecord>();
  for (const [path, record] of addresses) {
    if (!moves.targets.has(path)) result.set(moves.to.get(path) ?? path, record);
  }
  return result;
}

/** Paths in a lock, and whether something that is there has it. */
type KnownPaths = ReadonlyMap<string, boolean>;

function pathsOfNetworks(lock: Lock): KnownPaths {
  const known = new Map<string, boolean>();
  for (const { network, removed } of lock.values()) note(known, network, removed);
  return known;
}

function pathsOfContainers(lock: Lock): KnownPaths {
  const known = new Map<string, boolean>();
  for (const { addresses } of lock.values()) {
    for (const [path, { removed }] of addresses) note(known, path, removed);
  }
  return known;
}

function note(known: Map<string, boolean>, path: string, removed: BlockRecord['removed']): void {
  known.set(path, known.get(path) === true || removed === undefined);
}

/** What has another path now. */
interface Moves {
  /** New paths by old ones. */
  readonly to: ReadonlyMap<string, string>;

  /** The new paths. */
  readonly targets: ReadonlySet<string>;
}

function findMoves(requesters: readonly Requester[], known: KnownPaths): Moves {
  const moves = new Map<string, string>();
  const arrived = arrivedPaths(requesters, known);
  if (arrived.size === 0) return { to: moves, targets: new Set() };
  const gone = gonePaths(requesters, known);
  for (const [path, newPaths] of arrived) {
    const [to, ...others] = newPaths;
    const [from, ...more] = gone.get(path) ?? [];
    if (from === undefined || to === undefined || others.length + more.length > 0) continue;
    moves.set(from, to);
  }
  return { to: moves, targets: new Set(moves.values()) };
}

type PathsByPath = ReadonlyMap<string, ReadonlySet<string>>;

function arrivedPaths(requesters: readonly Requester[], known: KnownPaths): PathsByPath {
  const arrived = new Map<string, Set<string>>();
  for (const { path } of requesters) {
    if (known.get(path) !== true) addTo(arrived, pathInStack(path), path);
  }
  return arrived;
}

function gonePaths(requesters: readonly Requester[], known: KnownPaths): PathsByPath {
  const requested = new Set(requesters.map(({ path }) => path));
  const gone = new Map<string, Set<string>>();
  for (const [path, isThere] of known) {
    if (isThere && !requested.has(path)) addTo(gone, pathInStack(path), path);
  }
  return gone;
}

/** The path without the stack's own part, the first one. */
function pathInStack(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

function addTo(index: Map<string, Set<string>>, path: string, entry: string): void {
  const entries = index.get(path) ?? new Set();
  index.set(path, entries.add(entry));
}
