import { diffTopologies, type TopologyChange } from '../../topology/diff';
import type { Topology } from '../../topology/topology';
import { createModel, type Model } from '../model';
import { reachOf, type Reach } from '../reach/reach';
import { createRelation, type Relation } from '../reach/relation/relation';
import { compareText } from '../text';
import { exposureChanges, type ExposureChange } from './exposure-changes';
import { Extents } from './extents';
import { nameChanges, type NameChange } from './name-changes';
import { outsideChanges } from './outside-changes';
import { pairChanges, type PairChange } from './pair-changes';
import type { OutsideChange, ReachChange } from './reach-change';
import { sharedClasses } from './shared-classes';

/** What is there that was not, or the other way round. */
export interface EntityChange {
  /** What happened to it. */
  readonly kind: 'added' | 'removed';

  /** What it is. */
  readonly entity: TopologyChange['entity'];

  /** Sorted ids; what an intent says. */
  readonly ids: readonly string[];
}

/** What a change means: who reaches whom that did not, and who no longer does. */
export interface ReachDiff {
  /** Hosts, networks, containers and intents that came or went. */
  readonly entities: readonly EntityChange[];

  /** Between containers; what they reach that are new, and not what those reached that are gone. */
  readonly reach: readonly ReachChange[];

  /** How many further changes between containers there are. */
  readonly omitted: number;

  /** From containers to machines beyond the hosts. */
  readonly outside: readonly OutsideChange[];

  /** Open ports, and who reaches them. */
  readonly exposure: readonly ExposureChange[];

  /** Names that lead elsewhere. */
  readonly names: readonly NameChange[];

  /** How many hosts, networks, volumes and containers change in whatever way, and stay. */
  readonly changed: number;
}

/** Most changes between containers that are told, so that the answer grows with the topology alone. */
const MAX_CHANGES = 200;

/** What it means for who reaches whom that one topology becomes another one. */
export function diffReach(before: Topology, after: Topology): ReachDiff {
  const [old, next] = [sideOf(before), sideOf(after)];
  const classes = sharedClasses(old.relation, next.relation);
  const pairs = pairChanges(classes, new Extents(old.relation), new Extents(next.relation));
  const changes = diffTopologies(before, after);
  return {
    entities: entityChanges(changes),
    reach: pairs.slice(0, MAX_CHANGES).map((pair) => describe(pair, old.reach, next.reach)),
    omitted: Math.max(0, pairs.length - MAX_CHANGES),
    outside: outsideChanges(classes, old.relation, next.relation),
    exposure: exposureChanges(before, after),
    names: nameChanges(old.model, next.model),
    changed: changedCount(changes),
  };
}

/** Whether anything changes that has to do with who reaches whom. */
export function isSameReach({ entities, reach, outside, exposure, names }: ReachDiff): boolean {
  return [entities, reach, outside, exposure, names].every((list) => list.length === 0);
}

interface Side {
  readonly model: Model;
  readonly reach: Reach;
  readonly relation: Relation;
}

function sideOf(topology: Topology): Side {
  const model = createModel(topology);
  return { model, reach: reachOf(model), relation: createRelation(model) };
}

function entityChanges(changes: readonly TopologyChange[]): EntityChange[] {
  const kinds = ['added', 'removed'] as const;
  return ENTITIES.flatMap((entity) =>
    kinds.flatMap((kind): EntityChange[] => {
      const ids = changes
        .filter((change) => change.kind === kind && change.entity === entity)
        .map(({ id }) => id);
      return ids.length === 0 ? [] : [{ kind, entity, ids }];
    }),
  );
}

/** Volumes have nothing to do with it. */
const ENTITIES = ['host', 'network', 'container', 'intent'] as const;

function changedCount(changes: readonly TopologyChange[]): number {
  const changed = changes.filter(({ kind }) => kind === 'changed');
  return new Set(changed.map(({ entity, id }) => `${entity} ${id}`)).size;
}

/** The change with ids in place of classes, and an example of how. */
function describe({ before, after, from, to }: PairChange, old: Reach, next: Reach): ReachChange {
  const isGain = after === 'all' || (after === 'published' && before !== 'all');
  const reach = isGain ? next : old;
  const [sources, targets] = [idsOf(from), idsOf(to)];
  const target = targets[0] ?? '';
  const source = sources.find((id) => id !== target) ?? '';
  const place = { kind: 'container', id: target } as const;
  const open = reach
    .ways({ kind: 'container', id: source }, place)
    .find(({ verdict }) => verdict === 'reaches');
  return {
    before,
    after,
    from: sources,
    to: targets,
    ports: reach.portsOf(place),
    ...(open === undefined ? {} : { by: open.by }),
  };
}

function idsOf(classes: PairChange['from']): string[] {
  return classes.flatMap(({ containers }) => containers).sort(compareText);
}
