import { isUnknown, type Model } from '../../model';
import { compareText } from '../../text';
import { endsOf, type End } from './ends';
import { publishedKinds } from './signatures';

/** Network stacks that reach the same and are reached by the same. */
export interface EndClass {
  readonly index: number;
  readonly ends: readonly End[];

  /** One of them. */
  readonly sample: End;

  /** Containers in all of them. */
  readonly weight: number;
}

/** The classes of a topology: hosts first, then by the id of the first container. */
export function classesOf(model: Model): EndClass[] {
  const groups = new Map<string, End[]>();
  for (const end of endsOf(model)) {
    const key = classKey(model, end);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [end]);
    else group.push(end);
  }
  return [...groups.values()]
    .map((ends) => ({ ends, first: firstOf(ends) }))
    .sort((a, b) => compareEnds(a.first, b.first))
    .map(({ ends, first: sample }, index) => {
      const weight = ends.reduce((sum, { users }) => sum + users.length, 0);
      return { index, ends, sample, weight };
    });
}

function firstOf(ends: readonly End[]): End {
  return ends.reduce((first, end) => (compareEnds(end, first) < 0 ? end : first));
}

function compareEnds(a: End, b: End): number {
  if (a.kind !== b.kind) return a.kind === 'host' ? -1 : 1;
  return compareText(a.host, b.host) || compareText(a.owner?.id ?? '', b.owner?.id ?? '');
}

/** Stacks with the same key behave alike. */
function classKey(model: Model, end: End): string {
  const { kind, host, owner, networks, route, mark } = end;
  if (owner === undefined) return `${kind}\n${host}`;
  const ids = networks.map(({ id }) => id);
  if (ids.length > 1) ids.sort(compareText);
  const kinds = owner.publish.length === 0 && !owner.publishAll ? NONE : kindsOf(model, end);
  return [
    mark,
    host,
    owner.mode,
    typeof route === 'string' ? route : route.id,
    owner.attachments.length === networks.length ? '' : owner.id,
    isUnknown(owner, 'publish') ? 'unknown' : '',
    ...kinds,
    '',
    ...ids,
  ].join('\n');
}

const NONE: readonly string[] = [];

function kindsOf(model: Model, end: End): string[] {
  return [...new Set(publishedKinds(model, end).map(({ text }) => text))].sort(compareText);
}
