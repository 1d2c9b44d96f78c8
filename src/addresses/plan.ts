import { formatAddress, type Family } from '../ip/address';
import { firstUsable, formatCidr } from '../ip/cidr';
import { beginDraft, type Draft, type DraftBlock } from './draft';
import { nextLock } from './next-lock';
import { blockKey, type Lock } from './lock';
import { followMoves } from './moves';
import { sortNaturally } from './natural-order';
import { placeBlocks } from './place-blocks';
import { placeMembers } from './place-members';
import type { PlanProblem } from './problem';
import type { NetworkRequest } from './request';

/** What a plan is made from. */
export interface PlanInput {
  /** In any order. */
  readonly networks: readonly NetworkRequest[];

  /** What is recorded. */
  readonly previous: Lock;

  /** The day, `2026-11-21`. */
  readonly today: string;

  /** Days for which what is removed keeps its block or address. */
  readonly keepDays: number;
}

/** A block of a network. */
interface PlannedSubnet {
  readonly cidr: string;

  /** The first usable address of the block. */
  readonly gateway: string;

  /** Part that Docker hands out of. */
  readonly ipRange?: string;
}

/** A network with its blocks. */
export interface PlannedNetwork {
  /** IPv4 first. */
  readonly subnets: readonly PlannedSubnet[];

  /** The address that is recorded for a container: the plan's choice, or what it asks for. */
  readonly addressOf: (container: string, family: Family) => string | undefined;
}

/** Who has what. */
export interface Plan {
  /** By construct path. */
  readonly networks: ReadonlyMap<string, PlannedNetwork>;

  /** What to record: the very same object as before when nothing changed. */
  readonly lock: Lock;
  readonly problems: readonly PlanProblem[];
}

/**
 * Gives every network its blocks and every container its addresses. What is there keeps what it has; what
 * is new gets what is free; what is gone keeps its place for a while. The same whatever the order of
 * declaration.
 */
export function planAddresses({ networks, previous, today, keepDays }: PlanInput): Plan {
  const sorted = sortNaturally(networks, ({ path }) => path);
  const draft = beginDraft(followMoves(previous, sorted), today, keepDays);
  const requests = sorted.flatMap((network) =>
    network.families.map((family) => ({ network, family })),
  );
  placeBlocks(draft, requests);
  for (const request of requests) {
    const block = liveBlock(draft, request.network.path, request.family);
    if (block !== undefined) placeMembers(draft, request, block);
  }
  return {
    networks: new Map(sorted.map((network) => [network.path, describe(draft, network)])),
    lock: nextLock(draft, previous),
    problems: draft.problems,
  };
}

function liveBlock(draft: Draft, network: string, family: Family): DraftBlock | undefined {
  const block = draft.blocks.get(blockKey(network, family));
  return block?.removed === undefined ? block : undefined;
}

function describe(draft: Draft, { path, families }: NetworkRequest): PlannedNetwork {
  const blocks = families.flatMap((family) => liveBlock(draft, path, family) ?? []);
  return {
    subnets: blocks.map(describeBlock),
    addressOf: (container, family) => {
      const block = blocks.find((one) => one.family === family);
      const record = block?.addresses.get(container);
      if (record === undefined || record.removed !== undefined) return undefined;
      return formatAddress({ family, value: record.value });
    },
  };
}

function describeBlock({ cidr, dynamic }: DraftBlock): PlannedSubnet {
  return {
    cidr: formatCidr(cidr),
    gateway: formatAddress(firstUsable(cidr)),
    ...(dynamic === undefined ? {} : { ipRange: formatCidr(dynamic) }),
  };
}
