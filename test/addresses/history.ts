import * as fc from 'fast-check';
import type { Lock } from '../../src/addresses/lock';
import { parseLock } from '../../src/addresses/parse-lock';
import { planAddresses, type Plan } from '../../src/addresses/plan';
import { renderLock } from '../../src/addresses/render-lock';
import type { AddressSpace, AddressWish, NetworkRequest } from '../../src/addresses/request';
import { parseAddress } from '../../src/ip/address';
import { parseCidr } from '../../src/ip/cidr';

/** A plan with these pools and nothing else. */
export function space(pools: readonly string[], more: Partial<AddressSpace> = {}): AddressSpace {
  return {
    pools: pools.map((pool) => parseCidr(pool, 'test')),
    reserved: [],
    avoided: [],
    prefixes: { 4: 24, 6: 64 },
    ...more,
  };
}

/** A member by path; with text, one that asks for that address, `dynamic` or nothing. */
export function member(path: string, ipv4 = 'planned', ipv6 = 'planned'): Member {
  return { path, wishes: { 4: wishOf(ipv4), 6: wishOf(ipv6) } };
}

type Member = NetworkRequest['members'][number];

function wishOf(text: string): AddressWish {
  const isWord = text === 'planned' || text === 'dynamic' || text === 'unknown';
  return isWord ? text : parseAddress(text, 'test');
}

/** A network by path with what it asks for. */
export function network(path: string, more: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    path,
    space: SPACE,
    families: [4],
    prefixes: {},
    members: [],
    ...more,
  };
}

/** A pool that is never full here. */
const SPACE = space(['10.0.0.0/12', 'fd00:1::/48']);

/** The plan, with the lock file written and read again in between. */
export function plan(
  networks: readonly NetworkRequest[],
  previous: Lock = new Map(),
  today = '2026-01-01',
): Plan {
  const made = planAddresses({ networks, previous, today, keepDays: 30 });
  return { ...made, lock: parseLock(renderLock(made.lock), 'portolan.lock.json') };
}

/** What somebody does to a program between two runs; numbers choose among what is there. */
export interface Edit {
  readonly kind:
    | 'add network'
    | 'remove network'
    | 'move network'
    | 'resize network'
    | 'add container'
    | 'remove container'
    | 'move container'
    | 'change wish'
    | 'wait';
  readonly one: number;
  readonly two: number;
  readonly three: number;
}

const number = fc.nat({ max: 1000 });

/** Some edits, one after the other. */
export const anyHistory: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom<Edit['kind'][]>(
      'add network',
      'add network',
      'remove network',
      'move network',
      'resize network',
      'add container',
      'add container',
      'add container',
      'remove container',
      'move container',
      'change wish',
      'wait',
    ),
    one: number,
    two: number,
    three: number,
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** What a construct is, whatever it is called now. */
interface Thing {
  readonly identity: number;
  path: string;
}

interface NetworkThing extends Thing {
  hosts: number | undefined;
  readonly ipv6: boolean;
  readonly members: Map<ContainerThing, Member['wishes']>;
}

type ContainerThing = Thing;

/** What a network or a member of it has in one run, by identity. */
export interface Given {
  readonly blocks: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, string>;
}

/** A program that is edited and run. */
export class Program {
  lock: Lock = new Map();
  private day = 0;
  private count = 0;
  private readonly networks: NetworkThing[] = [];
  private readonly containers: ContainerThing[] = [];

  edit({ kind, one, two, three }: Edit): void {
    const network = this.networks[one % Math.max(this.networks.length, 1)];
    const container = this.containers[two % Math.max(this.containers.length, 1)];
    switch (kind) {
      case 'add network':
        this.addNetwork(pathOf(one, `net${String(two % 6)}`), three);
        break;
      case 'remove network':
        if (network !== undefined) this.networks.splice(this.networks.indexOf(network), 1);
        break;
      case 'move network':
        if (network !== undefined) move(network, this.networks);
        break;
      case 'resize network':
        if (network !== undefined) network.hosts = three % 3 === 0 ? undefined : 1 + (three % 600);
        break;
      case 'add container':
        if (network !== undefined) this.addMember(network, pathOf(two, `c${String(three % 9)}`));
        break;
      case 'remove container':
        if (container !== undefined) network?.members.delete(container);
        break;
      case 'move container':
        if (container !== undefined) move(container, this.containers);
        break;
      case 'change wish':
        if (network !== undefined && container !== undefined)
          this.change(network, container, three);
        break;
      case 'wait':
        this.day += three % 12;
        break;
    }
  }

  /** Runs the program with its constructs in some order. */
  run(seed = 0): Plan {
    const made = plan(this.requests(seed), this.lock, dayText(this.day));
    this.lock = made.lock;
    return made;
  }

  requests(seed: number): NetworkRequest[] {
    return shuffled(this.networks, seed).map(({ path, hosts, ipv6, members }) =>
      network(path, {
        families: ipv6 ? [4, 6] : [4],
        ...(hosts === undefined ? {} : { hosts }),
        members: shuffled([...members], seed).map(([container, wishes]) => ({
          path: container.path,
          wishes,
        })),
      }),
    );
  }

  /** What is there and has something in the plan. */
  given({ networks }: Plan): Given {
    const blocks = new Map<string, string>();
    const addresses = new Map<string, string>();
    for (const { identity, path, members } of this.networks) {
      const planned = networks.get(path);
      for (const { cidr } of planned?.subnets ?? []) {
        blocks.set(`${String(identity)} ${cidr.includes(':') ? '6' : '4'}`, cidr);
      }
      for (const [container, wishes] of members) {
        for (const family of [4, 6] as const) {
          if (wishes[family] !== 'planned') continue;
          const address = planned?.addressOf(container.path, family);
          const key = `${String(identity)} ${String(container.identity)} ${String(family)}`;
          if (address !== undefined) addresses.set(key, address);
        }
      }
    }
    return { blocks, addresses };
  }

  private addNetwork(path: string, three: number): void {
    if (this.networks.some((network) => network.path === path)) return;
    this.count += 1;
    const hosts = three % 2 === 0 ? undefined : 1 + (three % 300);
    const members = new Map<ContainerThing, Member['wishes']>();
    this.networks.push({ identity: this.count, path, hosts, ipv6: three % 5 === 0, members });
  }

  private addMember(network: NetworkThing, path: string): void {
    const known = this.containers.find((container) => container.path === path);
    const container = known ?? { identity: (this.count += 1), path };
    if (known === undefined) this.containers.push(container);
    if (!network.members.has(container)) network.members.set(container, PLANNED);
  }

  private change(network: NetworkThing, container: ContainerThing, three: number): void {
    if (!network.members.has(container)) return;
    const record = [...this.lock.values()].find(
      (block) => block.network === network.path && block.family === 4,
    );
    const value = (record?.cidr.first ?? 0n) + BigInt(2 + (three % 40));
    const isExplicit = three % 3 === 0 && record !== undefined && value < record.cidr.last;
    const other = three % 3 === 1 ? 'dynamic' : 'planned';
    network.members.set(container, { 4: isExplicit ? { family: 4, value } : other, 6: 'planned' });
  }
}

const PLANNED: Member['wishes'] = { 4: 'planned', 6: 'planned' };

function pathOf(number: number, id: string): string {
  return `${['shop', 'blog', 'wiki'][number % 3] ?? ''}/${id}`;
}

/** Into another stack, if nothing there is called that. */
function move(thing: Thing, all: readonly Thing[]): void {
  const [stack = '', id = ''] = thing.path.split('/');
  const path = `${stack === 'shop' ? 'blog' : 'shop'}/${id}`;
  if (!all.some((other) => other.path === path)) thing.path = path;
}

function dayText(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, order: ((index + 1) * (seed * 7919 + 31)) % 101 }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
