import { wayText } from '../../analysis/reach/answer-text';
import { bestOf } from '../../analysis/reach/best';
import type { Answer } from '../../analysis/reach/answer';
import type { Place } from '../../analysis/reach/place';
import { reachOf, type Reach } from '../../analysis/reach/reach';
import {
  createRelation,
  type ReachClass,
  type Relation,
} from '../../analysis/reach/relation/relation';
import { printable } from '../printable';
import { label } from '../chart/label';
import { createModel, type Model } from '../../analysis/model';
import type { Container } from '../../topology/container';
import type { Topology } from '../../topology/topology';

/** What one class reaches: numbers of classes. */
interface Targets {
  readonly address: readonly number[];
  readonly published: readonly number[];
  readonly unknown: readonly number[];
  readonly outside: string;
}

/** How one container of a class gets to one of another class, or what stops it. */
interface Detail {
  /** The answer as one sentence. */
  readonly text: string;

  /** The hops. */
  readonly path: readonly string[];

  /** What would open it; absent: it reaches. */
  readonly fix?: string;

  /** The two containers that were asked. */
  readonly of: readonly [from: string, to: string];
}

/** A class of containers that reach the same and are reached by the same. */
interface PageClass {
  readonly title: string;
  readonly containers: readonly string[];
  readonly reaches: Targets;
}

/** What the page's program works with. */
export interface PageData {
  readonly containers: readonly {
    readonly id: string;
    readonly name: string;
    readonly class: number;
    readonly networks: readonly string[];
  }[];
  readonly classes: readonly PageClass[];

  /** By `from,to`; empty where there are too many classes. */
  readonly details: Readonly<Record<string, Detail>>;
}

/** More classes than this, and the page has no paths: it would be larger than anyone waits for. */
const CLASSES_WITH_DETAILS = 40;

/** What the page knows of who reaches whom: by classes, never by pairs. */
export function pageData(topology: Topology): PageData {
  const model = createModel(topology);
  const relation = createRelation(model);
  const { classes } = relation;
  const classOf = new Map(
    classes.flatMap(({ index, containers }) => containers.map((id) => [id, index] as const)),
  );
  return {
    containers: ownContainers(model).map(({ id, name, attachments }) => ({
      id,
      name: label(name ?? id),
      class: classOf.get(id) ?? -1,
      networks: attachments.map(({ network }) => model.networks.get(network)?.id ?? network),
    })),
    classes: classes.map((each) => ({
      title: titleOf(each),
      containers: each.containers,
      reaches: targetsOf(relation, each),
    })),
    details: classes.length > CLASSES_WITH_DETAILS ? {} : detailsBetween(classes, reachOf(model)),
  };
}

/** What another stack declares is there once. */
function ownContainers({ topology, containers }: Model): readonly Container[] {
  return topology.containers.filter((one) => containers.get(one.id) === one);
}

function titleOf({ kind, host, containers, networks }: ReachClass): string {
  if (kind === 'host') return `host ${host}`;
  const [first = ''] = containers;
  const others = containers.length === 1 ? '' : ` and ${String(containers.length - 1)} alike`;
  return `${first}${others}${networks.length === 0 ? '' : ` in ${networks.join(', ')}`}`;
}

function targetsOf(relation: Relation, { index }: ReachClass): Targets {
  const { address, published, unknown, outside } = relation.targetsOf(index);
  return {
    address,
    published: published.filter((one) => !address.includes(one)),
    unknown,
    outside,
  };
}

function detailsBetween(classes: readonly ReachClass[], reach: Reach): Record<string, Detail> {
  const details: Record<string, Detail> = {};
  for (const from of classes) {
    for (const to of classes) {
      const detail = detailOf(from, to, reach);
      if (detail !== undefined) details[`${String(from.index)},${String(to.index)}`] = detail;
    }
  }
  return details;
}

function detailOf(from: ReachClass, to: ReachClass, reach: Reach): Detail | undefined {
  const [asking, asked] = [placeOf(from), placeOf(to, from === to ? 1 : 0)];
  if (asking === undefined || asked === undefined) return undefined;
  const answer = bestOf(reach.ways(asking, asked));
  if (answer === undefined) return undefined;
  return {
    text: printable(sentence(answer)),
    path: answer.path.map((hop) => printable(hopText(hop))),
    ...(answer.reason === undefined ? {} : { fix: printable(answer.reason.fix) }),
    of: [idOf(asking), idOf(asked)],
  };
}

function sentence(answer: Answer): string {
  const { verdict, reason, port, protocol } = answer;
  if (reason !== undefined) return `${verdict}: ${reason.problem} [${reason.code}]`;
  const at = port === undefined ? 'with a ping' : `on port ${String(port)}/${protocol}`;
  return `${verdict} ${wayText(answer)} ${at}`;
}

/** A container of the class, or the host itself. */
function placeOf({ kind, host, containers }: ReachClass, index = 0): Place | undefined {
  if (kind === 'host') return { kind: 'host', id: host };
  const id = containers[index] ?? containers[0];
  return id === undefined ? undefined : { kind: 'container', id };
}

function idOf(place: Place): string {
  return 'id' in place ? place.id : place.kind;
}

function hopText({ kind, at, note }: Answer['path'][number]): string {
  return note === undefined ? `${kind} ${at}` : `${kind} ${at}: ${note}`;
}
