import type { Network } from '../../../topology/network';
import type { Model } from '../../model';
import { ClassSet } from './class-set';
import type { EndClass } from './classes';
import type { End } from './ends';
import { addressSignature, publishSignature } from './signatures';

/** Classes that are alike as targets, by the network that decides whether the asker shares it. */
export interface TargetGroup {
  /** Number of the group among those of its kind. */
  readonly index: number;

  /** All of them. */
  readonly all: ClassSet;

  /** Those that are in it by the network. */
  readonly byNetwork: ReadonlyMap<Network | undefined, ClassSet>;
}

/** Classes as targets, in the ways that connections get to them. */
export interface Targets {
  /** Classes in each network. */
  readonly members: ReadonlyMap<Network, ClassSet>;

  /** By what decides about the address in each of their networks. */
  readonly addresses: readonly TargetGroup[];

  /** By what decides about published ports; those that publish none are in no group. */
  readonly published: readonly TargetGroup[];
}

/** Groups the classes of containers. */
export function targetsOf(model: Model, classes: readonly EndClass[]): Targets {
  const size = classes.length;
  const members = new Map<Network, ClassSet>();
  const addresses = new GroupBuilder(size);
  const published = new GroupBuilder(size);
  for (const { index, sample } of classes) {
    for (const network of sample.networks) {
      setIn(members, network, size).add(index);
      addresses.add(addressSignature(model, sample, network), network, index);
    }
    if (!publishesAny(sample)) continue;
    const { route } = sample;
    const network = typeof route === 'string' ? undefined : route;
    published.add(publishSignature(model, sample), network, index);
  }
  return { members, addresses: addresses.groups, published: published.groups };
}

function publishesAny({ owner }: End): boolean {
  if (owner?.mode !== 'networks') return false;
  return owner.publish.length > 0 || owner.publishAll || owner.unknown.includes('publish');
}

function setIn<K>(map: Map<K, ClassSet>, key: K, size: number): ClassSet {
  const known = map.get(key);
  if (known !== undefined) return known;
  const set = new ClassSet(size);
  map.set(key, set);
  return set;
}

interface OpenGroup extends TargetGroup {
  readonly byNetwork: Map<Network | undefined, ClassSet>;
}

class GroupBuilder {
  readonly groups: OpenGroup[] = [];
  private readonly bySignature = new Map<string, OpenGroup>();

  constructor(private readonly size: number) {}

  add(signature: string, network: Network | undefined, member: number): void {
    let group = this.bySignature.get(signature);
    if (group === undefined) {
      group = { index: this.groups.length, all: new ClassSet(this.size), byNetwork: new Map() };
      this.groups.push(group);
      this.bySignature.set(signature, group);
    }
    group.all.add(member);
    setIn(group.byNetwork, network, this.size).add(member);
  }
}
