import { blockKey, type AddressRecord, type BlockRecord, type Lock } from './lock';
import type { MemberRequest, NetworkRequest, Requester } from './request';

/**
 * The lock with the paths that networks and containers have now: what is gone from one stack and new in
 * another one under the same path below it has moved there, and takes the place of what had been there
 * before. With two candidates nothing is guessed.
 */
export function followMoves(lock: Lock, networks: readonly NetworkRequest[]): Lock {
  if (lock.size === 0) return lock;
  const movedNetworks = findMoves(networks, networks, pathsOfNetworks(lock));
  const members = networks.flatMap((network) => network.members);
  const asking = networks.flatMap(membersThatAsk);
  const movedContainers = findMoves(asking, members, pathsOfContainers(lock));
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

/** The others have no record, so one that is missing says nothing about them. */
function membersThatAsk({ members, families }: NetworkRequest): readonly MemberRequest[] {
  return members.filter(({ wishes }) => families.some((family) => wishes[family] === 'planned'));
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

/**
 * Who is gone, and has arrived somewhere else.
 *
 * @param asking - who would get something new
 * @param requesters - everybody who is there
 */
function findMoves(
  asking: readonly Requester[],
  requesters: readonly Requester[],
  known: KnownPaths,
): Moves {
  const moves = new Map<string, string>();
  const arrived = arrivedPaths(asking, known);
  if (arrived.size === 0) return { to: moves, targets: new Set() };
  const gone = gonePaths(requesters, known);
  for (const [path, newPaths] of arrived) {
    const [to, ...others] = neverSeen(newPaths, known);
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

/** What was never there has moved sooner than what was removed and may just be back. */
function neverSeen(paths: ReadonlySet<string>, known: KnownPaths): string[] {
  const unknown = [...paths].filter((path) => !known.has(path));
  return unknown.length > 0 ? unknown : [...paths];
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
