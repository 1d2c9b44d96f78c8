import type { Network } from '../../../topology/network';
import type { Openness } from '../../exposure/socket';
import type { Model } from '../../model';
import type { ClassSet } from './class-set';
import type { EndClass } from './classes';
import type { End } from './ends';
import { PublishedRows } from './published-rows';
import { Row, type Rows } from './row';
import { networkSignature, sourceSignature } from './signatures';
import { targetsOf, type TargetGroup, type Targets } from './targets';
import type { Asker, Verdicts } from './verdicts';

/**
 * Works out what somebody reaches: what the asker shares with a target is looked at network by network,
 * all else once for each kind of asker and kind of target.
 */
export class RowMaker {
  private readonly targets: Targets;
  private readonly published: PublishedRows;
  private readonly hosts: readonly EndClass[];
  private readonly sources = new Map<string, number>();
  private readonly away = new Map<number, Openness>();
  private readonly shared = new Map<Network | string, Openness>();
  private readonly atHosts = new Map<number, Openness>();

  constructor(
    private readonly model: Model,
    private readonly classes: readonly EndClass[],
    private readonly verdicts: Verdicts,
  ) {
    this.targets = targetsOf(model, classes);
    this.published = new PublishedRows(classes, this.targets, verdicts);
    this.hosts = classes.filter(({ sample }) => sample.kind === 'host');
  }

  /** Empty rows, to be filled again and again. */
  blank(): Rows {
    const { length } = this.classes;
    return { address: new Row(length), published: new Row(length) };
  }

  /** Fills the rows with what the asker reaches. */
  fill({ address, published }: Rows, asker: Asker): void {
    address.clear();
    published.clear();
    const source = this.sourceNumber(asker);
    this.fillAddresses(address, asker, source);
    this.fillHosts(address, asker, source);
    this.published.fill(published, asker, source);
  }

  private sourceNumber({ end, place }: Asker): number {
    const text = end === undefined ? JSON.stringify(place) : sourceSignature(this.model, end);
    const known = this.sources.get(text);
    if (known !== undefined) return known;
    this.sources.set(text, this.sources.size);
    return this.sources.size - 1;
  }

  private fillAddresses(row: Row, asker: Asker, source: number): void {
    const own = asker.end?.networks ?? [];
    for (const group of this.targets.addresses) {
      const verdict = this.awayVerdict(group, own, asker, source);
      if (verdict !== 'no') addAway(row, group, own, verdict);
    }
    for (const network of own) {
      const members = this.targets.members.get(network);
      if (members !== undefined) row.add(members, this.sharedVerdict(network, members, asker));
    }
  }

  /** Whether it gets to addresses in networks that it is not in itself. */
  private awayVerdict(
    group: TargetGroup,
    own: readonly Network[],
    asker: Asker,
    source: number,
  ): Openness {
    const key = source * this.targets.addresses.length + group.index;
    const known = this.away.get(key);
    if (known !== undefined) return known;
    for (const [network, bits] of group.byNetwork) {
      if (network === undefined || own.includes(network)) continue;
      const sample = this.sampleIn(bits, asker);
      if (sample === undefined) continue;
      const found = this.verdicts.atAddress(asker, sample, network);
      this.away.set(key, found);
      return found;
    }
    return 'no';
  }

  /** Among those who are in the network. Whoever is alone in it says nothing of those that come next. */
  private sharedVerdict(network: Network, members: ClassSet, asker: Asker): Openness {
    const known = this.shared.get(network);
    if (known !== undefined) return known;
    const sample = this.sampleIn(members, asker);
    if (sample === undefined) return 'no';
    const signature = networkSignature(this.model, network);
    const found = this.shared.get(signature) ?? this.verdicts.atAddress(asker, sample, network);
    this.shared.set(network, found);
    this.shared.set(signature, found);
    return found;
  }

  private fillHosts(row: Row, asker: Asker, source: number): void {
    for (const { index, sample } of this.hosts) {
      if (sample === asker.end) row.addOne(index, 'yes');
      else row.addOne(index, this.hostVerdict(sample, asker, source * this.hosts.length + index));
    }
  }

  private hostVerdict(host: End, asker: Asker, key: number): Openness {
    const known = this.atHosts.get(key);
    if (known !== undefined) return known;
    const found = this.verdicts.atHost(asker, host);
    this.atHosts.set(key, found);
    return found;
  }

  /** A stack that is not the asker's own. */
  private sampleIn(set: ClassSet, { end }: Asker): End | undefined {
    for (const index of set.all()) {
      const other = this.classes[index]?.ends.find((each) => each !== end);
      if (other !== undefined) return other;
    }
    return undefined;
  }
}

function addAway(row: Row, group: TargetGroup, own: readonly Network[], verdict: Openness): void {
  if (!own.some((network) => group.byNetwork.has(network))) {
    row.add(group.all, verdict);
    return;
  }
  for (const [network, bits] of group.byNetwork) {
    if (network !== undefined && !own.includes(network)) row.add(bits, verdict);
  }
}
