import type { Model } from '../model';
import { namesOf } from '../names';
import { compareText } from '../text';

/** A name that leads to other containers than before, among those that were and are in the network. */
export interface NameChange {
  /** Id of the network. */
  readonly network: string;

  /** The name, in lower case. */
  readonly name: string;

  /** Ids of the containers that had it, sorted. */
  readonly before: readonly string[];

  /** Ids of those that have it. */
  readonly after: readonly string[];
}

/** Names that somebody gained or lost who stays in the network; by network and name. */
export function nameChanges(before: Model, after: Model): NameChange[] {
  const networks = [...namesOf(after).keys()].filter((id) => namesOf(before).has(id));
  return networks.sort(compareText).flatMap((network) => changesIn(network, before, after));
}

function changesIn(network: string, before: Model, after: Model): NameChange[] {
  const stay = new Set(membersOf(before, network).filter((id) => after.containers.has(id)));
  const now = new Set(membersOf(after, network));
  const isThere = (id: string): boolean => stay.has(id) && now.has(id);
  const [old, next] = [ownersIn(before, network), ownersIn(after, network)];
  const names = [...new Set([...old.keys(), ...next.keys()])].sort(compareText);
  return names.flatMap((name): NameChange[] => {
    const was = (old.get(name) ?? []).filter(isThere);
    const is = (next.get(name) ?? []).filter(isThere);
    if (was.join('\n') === is.join('\n')) return [];
    return [{ network, name, before: was, after: is }];
  });
}

function membersOf({ members }: Model, network: string): string[] {
  return (members.get(network) ?? []).map(({ container }) => container.id);
}

function ownersIn(model: Model, network: string): ReadonlyMap<string, readonly string[]> {
  const names = namesOf(model).get(network);
  const found = new Map<string, readonly string[]>();
  for (const [name, { container }] of names?.owners ?? []) found.set(name, [container.id]);
  for (const [name, claims] of names?.shared ?? []) {
    found.set(name, claims.map(({ container }) => container.id).sort(compareText));
  }
  return found;
}
