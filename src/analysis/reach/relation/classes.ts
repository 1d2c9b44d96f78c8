import { isUnknown, type Model } from '../../model';
import { compareText } from '../../text';
import { endsOf, weightOf, type End } from './ends';
import { publishedKinds } from './signatures';

/** Network stacks that reach the same and are reached by the same. */
export interface EndClass {
  readonly index: number;
  readonly ends: readonly End[];

  /** One of them. */
  readonly sample: End;

  /** Containers in all of them. */
  readonly weight: number;

  /** Pairs of containers in one stack, each also with itself. */
  readonly inStacks: number;
}

/** The classes of a topology: hosts first, then by the id of the first container. */
export function classesOf(model: Model): EndClass[] {
  const groups = new Map<string, End[]>();
  const numbers = new Numbers();
  for (const end of endsOf(model)) {
    const key = classKey(model, end, numbers);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [end]);
    else addInOrder(group, end);
  }
  return [...groups.values()]
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : compareEnds(a, b)))
    .map((ends, index) => classOf(index, ends));
}

/** The first one by id is the first. */
function addInOrder(group: End[], end: End): void {
  const [first] = group;
  group.push(end);
  if (first === undefined || compareEnds(first, end) < 0) return;
  group[group.length - 1] = first;
  group[0] = end;
}

function classOf(index: number, ends: readonly End[]): EndClass {
  const [sample] = ends as [End];
  let [weight, inStacks] = [0, 0];
  for (const end of ends) {
    const users = weightOf(end);
    weight += users;
    inStacks += users ** 2;
  }
  return { index, ends, sample, weight, inStacks };
}

function compareEnds(a: End, b: End): number {
  if (a.kind !== b.kind) return a.kind === 'host' ? -1 : 1;
  return compareText(a.host, b.host) || compareText(a.owner?.id ?? '', b.owner?.id ?? '');
}

/** Stacks with the same key behave alike. */
function classKey(model: Model, end: End, numbers: Numbers): string {
  const { kind, host, owner, networks, route, mark } = end;
  if (owner === undefined) return `${kind} ${host}`;
  let key = `${mark} ${owner.mode} ${numbers.of(typeof route === 'string' ? route : route.id)}`;
  if (networks.length === 0) key += ` ${host}`;
  if (owner.attachments.length !== networks.length) key += ` ${owner.id}`;
  if (owner.publish.length > 0 || owner.publishAll) key += ` ${kindsOf(model, end).join(' ')}`;
  if (owner.unknown.length > 0 && isUnknown(owner, 'publish')) key += ' unknown';
  const places = networks.map(({ id }) => numbers.of(id));
  if (places.length > 1) places.sort();
  return `${key}: ${places.join(' ')}`;
}

function kindsOf(model: Model, end: End): string[] {
  return [...new Set(publishedKinds(model, end).map(({ text }) => text))].sort(compareText);
}

/** Short words for long ones. */
class Numbers {
  private readonly known = new Map<string, string>();

  of(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const word = String(this.known.size);
    this.known.set(text, word);
    return word;
  }
}
