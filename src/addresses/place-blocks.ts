import { blockOf, contains, firstUsable, formatCidr, lastUsable, type Cidr } from '../ip/cidr';
import type { Draft, DraftBlock } from './draft';
import { Ground } from './ground';
import { blockKey } from './lock';
import { mayHold } from './pool';
import { explicitAddresses, type BlockRequest } from './request';
import { resize } from './resize';
import { newPrefix } from './size';

/**
 * Finds a block for each request: the one it has, the one it had, or a new one. What has a block
 * stays there, unless it asks for another size.
 */
export function placeBlocks(draft: Draft, requests: readonly BlockRequest[]): void {
  const ground = new Ground(draft);
  const missing: BlockRequest[] = [];
  for (const request of revivalOrder(draft, requests)) {
    if (!revive(draft, ground, request)) missing.push(request);
  }
  for (const request of requests) resize(draft, ground, request);
  for (const wanted of placementOrder(missing)) placeNew(draft, ground, wanted);
  dropBuried(draft, ground);
}

/** What is there comes before what was removed. */
function revivalOrder(draft: Draft, requests: readonly BlockRequest[]): BlockRequest[] {
  const wasThere = ({ network, family }: BlockRequest): boolean =>
    draft.blocks.get(blockKey(network.path, family))?.wasThere === true;
  return [
    ...requests.filter((request) => wasThere(request)),
    ...requests.filter((request) => !wasThere(request)),
  ];
}

function revive(draft: Draft, ground: Ground, { network, family }: BlockRequest): boolean {
  const block = draft.blocks.get(blockKey(network.path, family));
  if (block === undefined || !ground.isOpen(block.cidr)) return false;
  block.removed = undefined;
  ground.take(block.cidr);
  return true;
}

interface NewBlock {
  readonly request: BlockRequest;
  readonly prefix: number;

  /** The only block that holds the addresses which containers ask for. */
  readonly anchor: Cidr | undefined;
}

/** Blocks that must be somewhere come first, then the large ones. */
function placementOrder(requests: readonly BlockRequest[]): NewBlock[] {
  const wanted = requests.map((request) => {
    const prefix = newPrefix(request);
    return { request, prefix, anchor: anchorOf(request, prefix) };
  });
  const anchored = wanted.filter(({ anchor }) => anchor !== undefined);
  const others = wanted.filter(({ anchor }) => anchor === undefined);
  return [...anchored, ...others.sort((a, b) => a.prefix - b.prefix)];
}

function anchorOf(request: BlockRequest, prefix: number): Cidr | undefined {
  const explicit = explicitAddresses(request);
  const [first] = explicit;
  if (first === undefined) return undefined;
  const block = blockOf(first, prefix);
  const holdsAll = explicit.every((address) => contains(block, address));
  return holdsAll && mayHold(request.network.space, block) ? block : undefined;
}

function placeNew(draft: Draft, ground: Ground, { request, prefix, anchor }: NewBlock): void {
  const { network, family } = request;
  const { space } = network;
  const cidr =
    anchor !== undefined && ground.isOpen(anchor)
      ? anchor
      : ground.find(space, { family, prefix }, (block) => hasRoom(request, block));
  if (cidr === undefined) {
    const pools = space.pools.filter((pool) => pool.family === family).map(formatCidr);
    draft.problems.push({
      code: 'ADDRESS_POOL_FULL',
      at: network.path,
      problem: `no block of /${String(prefix)} is free in ${pools.join(', ')}`,
      fix: 'add a pool, ask for a smaller block, or reserve and avoid less',
    });
    return;
  }
  ground.take(cidr);
  draft.blocks.set(blockKey(network.path, family), newBlock(request, cidr));
}

function newBlock({ network, family }: BlockRequest, cidr: Cidr): DraftBlock {
  return {
    network: network.path,
    family,
    cidr,
    wasThere: false,
    removed: undefined,
    dynamic: undefined,
    recorded: NOTHING,
    addresses: NOTHING,
  };
}

const NOTHING: DraftBlock['addresses'] = new Map();

/** Reserved addresses in a block must leave enough for the containers that are known. */
function hasRoom({ network, family }: BlockRequest, block: Cidr): boolean {
  const reserved = network.space.reserved.filter((range) => contains(block, range));
  if (reserved.length === 0) return true;
  const kept = reserved.reduce((sum, range) => sum + range.last - range.first + 1n, 0n);
  const usable = lastUsable(block).value - firstUsable(block).value;
  const needed = BigInt(network.members.length + (network.dynamicHosts ?? 0));
  return usable - kept >= (needed < usable ? needed : usable) && family === block.family;
}

/** What was removed and is given up: its addresses belong to others now. */
function dropBuried(draft: Draft, ground: Ground): void {
  for (const [key, { removed, cidr }] of draft.blocks) {
    if (removed !== undefined && !ground.isOpen(cidr)) draft.blocks.delete(key);
  }
}
