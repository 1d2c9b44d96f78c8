import type { Network } from '../../../topology/network';
import type { Openness } from '../../exposure/socket';
import { emptyBits, hasBit, keepAll, type Bits } from './bits';
import { ClassSet } from './class-set';
import type { EndClass } from './classes';
import type { End } from './ends';
import type { Row } from './row';
import type { TargetGroup, Targets } from './targets';
import type { Asker, Verdicts } from './verdicts';

/**
 * How the asker's networks and those of a target have to do with each other: the target's published
 * ports are in no network of the asker (`AWAY`), in one (`NEAR`), or in that of its default route
 * (`HOME`); and the target may be in that one, too, besides (`INSIDE`).
 */
const enum Relation {
  Away,
  AwayInside,
  Near,
  NearInside,
  Home,
}

const RELATIONS = 5;

/** Works out which published ports are open, once for each kind of asker, kind of target and relation. */
export class PublishedRows {
  private readonly known = new Map<number, Openness>();
  private readonly uniform = new Map<number, Openness>();
  private readonly inside = new Map<TargetGroup, Map<Network, ClassSet | undefined>>();
  private readonly scratch: Bits;

  constructor(
    private readonly classes: readonly EndClass[],
    private readonly targets: Targets,
    private readonly verdicts: Verdicts,
  ) {
    this.scratch = emptyBits(classes.length);
  }

  /** Fills in what the asker reaches; askers with the same number are of one kind. */
  fill(row: Row, asker: Asker, source: number): void {
    for (const group of this.targets.published) {
      const pair = source * this.targets.published.length + group.index;
      const uniform = this.uniform.get(pair);
      if (uniform === undefined) this.fillGroup(row, group, { asker, pair });
      else row.add(group.all, uniform);
    }
  }

  private fillGroup(row: Row, group: TargetGroup, given: Given): void {
    const { end } = given.asker;
    const away = this.verdict(given, Relation.Away, group.all.all());
    row.add(group.all, away);
    if (end === undefined || end.networks.length === 0) return;
    this.fillInside(row, group, given, away);
    for (const network of end.networks) {
      const near = group.byNetwork.get(network);
      if (near !== undefined) this.fillNear(row, near, given, network === end.route);
    }
    this.noteUniform(given.pair);
  }

  private fillInside(row: Row, group: TargetGroup, given: Given, away: Openness): void {
    const route = given.asker.end?.route;
    if (route === undefined || typeof route === 'string') return;
    const inside = this.insideOf(group, route);
    if (inside === undefined) return;
    const verdict = this.verdict(given, Relation.AwayInside, inside.all());
    if (verdict === away) return;
    if (inside.list === undefined) row.set(inside.bits, verdict);
    else for (const index of inside.list) row.setOne(index, verdict);
  }

  /** Those whose published ports are in the network, which is the asker's, and may be its home. */
  private fillNear(row: Row, near: ClassSet, given: Given, isHome: boolean): void {
    const home = isHome ? undefined : this.homeOf(given.asker);
    if (near.list !== undefined) {
      for (const index of near.list) {
        const isInside = home !== undefined && hasBit(home.bits, index);
        const relation = isHome ? Relation.Home : isInside ? Relation.NearInside : Relation.Near;
        row.setOne(index, this.verdict(given, relation, near.list));
      }
      return;
    }
    const relation = isHome ? Relation.Home : Relation.Near;
    const verdict = this.verdict(given, relation, near.all());
    row.set(near.bits, verdict);
    if (home === undefined) return;
    const inside = this.verdict(given, Relation.NearInside, near.all());
    if (inside === verdict) return;
    this.scratch.set(near.bits);
    keepAll(this.scratch, home.bits);
    row.set(this.scratch, inside);
  }

  /** Classes of the group that are in the network; nothing: none is. */
  private insideOf(group: TargetGroup, network: Network): ClassSet | undefined {
    let known = this.inside.get(group);
    if (known === undefined) {
      known = new Map<Network, ClassSet | undefined>();
      this.inside.set(group, known);
    }
    if (known.has(network)) return known.get(network);
    const found = new ClassSet(this.classes.length);
    for (const index of this.targets.members.get(network)?.all() ?? []) {
      if (hasBit(group.all.bits, index)) found.add(index);
    }
    known.set(network, found.isEmpty ? undefined : found);
    return known.get(network);
  }

  private homeOf({ end }: Asker): ClassSet | undefined {
    return end === undefined || typeof end.route === 'string'
      ? undefined
      : this.targets.members.get(end.route);
  }

  /** What is known, or found out; where nobody is there to ask about, it does not matter yet. */
  private verdict({ asker, pair }: Given, relation: Relation, among: Iterable<number>): Openness {
    const key = pair * RELATIONS + relation;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const sample = this.sampleIn(among, asker, relation);
    if (sample === undefined) return 'no';
    const found = this.verdicts.atPublished(asker, sample);
    this.known.set(key, found);
    return found;
  }

  /** A stack that is not the asker's own, and has the relation to it. */
  private sampleIn(among: Iterable<number>, asker: Asker, relation: Relation): End | undefined {
    const home = this.homeOf(asker);
    for (const index of among) {
      const ends = this.classes[index]?.ends ?? [];
      const [first] = ends;
      const isInside = home !== undefined && hasBit(home.bits, index);
      if (first === undefined || relationOf(asker, first, isInside) !== relation) continue;
      const other = ends.find((each) => each !== asker.end);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  /** Where no relation makes a difference, none is looked at any more. */
  private noteUniform(pair: number): void {
    const verdicts = new Set<Openness | undefined>();
    for (let relation = 0; relation < RELATIONS; relation += 1) {
      verdicts.add(this.known.get(pair * RELATIONS + relation));
    }
    const [only] = verdicts;
    if (verdicts.size === 1 && only !== undefined) this.uniform.set(pair, only);
  }
}

interface Given {
  readonly asker: Asker;

  /** Number of the kind of asker and the kind of target. */
  readonly pair: number;
}

function relationOf({ end }: Asker, target: End, isInside: boolean): Relation {
  const networks: readonly unknown[] = end?.networks ?? [];
  if (!networks.includes(target.route)) return isInside ? Relation.AwayInside : Relation.Away;
  if (target.route === end?.route) return Relation.Home;
  return isInside ? Relation.NearInside : Relation.Near;
}
