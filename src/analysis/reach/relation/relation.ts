import type { Container } from '../../../topology/container';
import type { Topology } from '../../../topology/topology';
import type { Openness } from '../../exposure/socket';
import { createModel, type Model } from '../../model';
import { compareText } from '../../text';
import type { Place } from '../place';
import {
  addAll,
  dropAll,
  hasBit,
  membersOf,
  weigh,
  weighRest,
  weightsOf,
  type Bits,
  type Weights,
} from './bits';
import { classesOf, type EndClass } from './classes';
import type { End } from './ends';
import type { Rows } from './row';
import { RowMaker } from './rows';
import { askerOf, Verdicts, type Asker } from './verdicts';

/** Containers that reach the same and are reached by the same. */
export interface ReachClass {
  /** Number of the class in the relation. */
  readonly index: number;

  /** `host`: the machine itself, with the containers that have its network. */
  readonly kind: 'container' | 'host';

  /** Id of the host. */
  readonly host: string;

  /** Ids of the containers, sorted; of a host, those in host mode. */
  readonly containers: readonly string[];

  /** Ids of their networks, sorted. */
  readonly networks: readonly string[];
}

/** What one class, or a machine beyond the hosts, reaches: numbers of classes. */
export interface ClassTargets {
  /** By their own addresses, on any port that somebody answers on. */
  readonly address: readonly number[];

  /** On published ports, or those that a link opens; also those in `address`. */
  readonly published: readonly number[];

  /** Of which it is not known whether it reaches them in either way. */
  readonly unknown: readonly number[];

  /** Whether machines beyond all hosts are reached. */
  readonly outside: Openness;
}

/** Ordered pairs of containers, each pair in one of them. */
export interface PairCounts {
  /** The first reaches any port of the second by its address. */
  readonly address: number;

  /** Only ports that the second publishes. */
  readonly published: number;

  /** Neither, as far as is known. */
  readonly unknown: number;

  /** Neither. */
  readonly none: number;
}

/** Who reaches whom, by classes of containers. */
export interface Relation {
  /** Hosts first, then by the id of the first container. */
  readonly classes: readonly ReachClass[];

  /** What the class with the number reaches; also containers of the class among each other. */
  targetsOf(index: number): ClassTargets;

  /** What a place that is no container reaches. */
  targetsOfPlace(place: Place): ClassTargets;

  /** Pairs of containers of different network stacks, or of one. */
  count(): PairCounts;
}

/** Groups the containers of a topology, and relates the groups. */
export function relationOf(topology: Topology): Relation {
  return createRelation(createModel(topology));
}

/** The same for a model that there is already. */
export function createRelation(model: Model): Relation {
  return new ClassRelation(model);
}

class ClassRelation implements Relation {
  private described: readonly ReachClass[] | undefined;
  private readonly endClasses: readonly EndClass[];
  private readonly maker: RowMaker;
  private readonly verdicts: Verdicts;
  private readonly links: ReadonlyMap<EndClass, readonly EndClass[]>;

  constructor(model: Model) {
    this.endClasses = classesOf(model);
    this.verdicts = new Verdicts(model);
    this.maker = new RowMaker(model, this.endClasses, this.verdicts);
    this.links = linksBetween(model, this.endClasses);
  }

  get classes(): readonly ReachClass[] {
    this.described ??= this.endClasses.map(describe);
    return this.described;
  }

  targetsOf(index: number): ClassTargets {
    const from = this.endClasses[index];
    if (from === undefined) throw new RangeError(`there is no class ${String(index)}`);
    const rows = this.maker.blank();
    this.fill(rows, from);
    // Alone, it has nobody of its class to reach.
    if (from.weight < 2) dropFrom(rows, index);
    else if (from.ends.length === 1) rows.address.addOne(index, 'yes');
    return this.read(rows, askerOf(from.sample));
  }

  targetsOfPlace(place: Place): ClassTargets {
    const rows = this.maker.blank();
    this.maker.fill(rows, { place });
    return this.read(rows, { place });
  }

  count(): PairCounts {
    const rows = this.maker.blank();
    const weights = weightsOf(this.endClasses.map(({ weight }) => weight));
    const sums = { address: 0, published: 0, unknown: 0 };
    for (const from of this.endClasses) {
      if (from.weight === 0) continue;
      this.fill(rows, from);
      addPairs(sums, from, rows, weights);
    }
    const total = this.endClasses.reduce((sum, { weight }) => sum + weight, 0);
    const { address, published, unknown } = sums;
    return { ...sums, none: total * (total - 1) - address - published - unknown };
  }

  private fill(rows: Rows, from: EndClass): void {
    const asker = askerOf(from.sample);
    this.maker.fill(rows, asker);
    for (const to of this.links.get(from) ?? []) {
      rows.published.addOne(to.index, this.verdicts.atLinked(asker, to.sample));
    }
  }

  private read(rows: Rows, asker: Asker): ClassTargets {
    const unknown = unknownIn(rows);
    return {
      address: [...membersOf(rows.address.yes)],
      published: [...membersOf(rows.published.yes)],
      unknown: [...membersOf(unknown)],
      outside: this.verdicts.atOutside(asker),
    };
  }
}

function describe({ index, ends, sample }: EndClass): ReachClass {
  return {
    index,
    kind: sample.kind,
    host: sample.host,
    containers: ends.flatMap(usersOf).sort(compareText),
    networks: sample.networks.map(({ id }) => id).sort(compareText),
  };
}

function usersOf({ owner, others }: End): readonly string[] {
  return owner === undefined ? others : [owner.id, ...others];
}

function dropFrom({ address, published }: Rows, index: number): void {
  address.drop(index);
  published.drop(index);
}

/** Those that are reached in neither way, as far as is known. */
function unknownIn({ address, published }: Rows): Bits {
  const unknown = address.unknown.slice();
  addAll(unknown, published.unknown);
  dropAll(unknown, address.yes);
  dropAll(unknown, published.yes);
  return unknown;
}

type Sums = { -readonly [K in Exclude<keyof PairCounts, 'none'>]: PairCounts[K] };

/** Adds the pairs from a class to all others, and among its own containers. */
function addPairs(sums: Sums, from: EndClass, rows: Rows, weights: Weights): void {
  const { address, published } = rows;
  const { index, weight, inStacks } = from;
  const toAddress = weight * weigh(address.yes, weights);
  const toPublished = weight * weighRest(published.yes, address.yes, weights);
  const isOwn = hasBit(address.yes, index);
  // A stack is no pair with itself; those who share one always reach each other.
  sums.address += toAddress + (isOwn ? 0 : inStacks) - weight;
  sums.published += toPublished - (!isOwn && hasBit(published.yes, index) ? inStacks : 0);
  if (!address.mayHaveUnknown && !published.mayHaveUnknown) return;
  const unknown = unknownIn(rows);
  sums.unknown += weight * weigh(unknown, weights) - (hasBit(unknown, index) ? inStacks : 0);
}

/** Whom each class links; both sides are alone in their classes. */
function linksBetween(
  { containers }: Model,
  classes: readonly EndClass[],
): ReadonlyMap<EndClass, readonly EndClass[]> {
  const byOwner = new Map<Container, EndClass>();
  for (const each of classes) {
    const { owner } = each.sample;
    if (owner !== undefined && each.ends.length === 1) byOwner.set(owner, each);
  }
  const links = new Map<EndClass, EndClass[]>();
  for (const [owner, from] of byOwner) {
    const found = owner.links.flatMap(({ container }) => {
      const linked = containers.get(container);
      const to = linked === undefined ? undefined : byOwner.get(linked);
      return to === undefined ? [] : [to];
    });
    if (found.length > 0) links.set(from, found);
  }
  return links;
}
