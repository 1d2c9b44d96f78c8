import type { OnlyReachedByIntent } from '../../topology/intent';
import { networkOwner } from '../shared-networks';
import type { Model } from '../model';
import type { Answer } from '../reach/answer';
import { placeText, type Place } from '../reach/place';
import type { Reach } from '../reach/reach';
import { listText } from '../text';
import { askerGroups } from './askers';
import type { BrokenIntent } from './broken';
import { neighboursOf, placesOf } from './ends';
import { reached, undecidedBy } from './findings';
import { waysBetween } from '../reach/ways-between';

/** Whether anybody gets through who is not in the list. */
export function judgeOnly(reach: Reach, intent: OnlyReachedByIntent): BrokenIntent | undefined {
  const to = placesOf(reach.model, intent.to)?.usual;
  if (to === undefined) return undefined;
  let [open, unknown]: (Answer | undefined)[] = [];
  const who: string[] = [];
  for (const { places, names } of askersOf(reach.model, intent, to)) {
    const ways = waysBetween(reach, places, to, intent.port);
    if (ways.open !== undefined) who.push(...names);
    open ??= ways.open;
    unknown ??= ways.unknown;
  }
  if (open !== undefined) {
    return reached(intent, `${listText(who)} ${who.length === 1 ? 'reaches' : 'reach'}`, open);
  }
  return unknown === undefined ? undefined : undecidedBy(intent, unknown);
}

/** Those who are not to get through and are alike: the places to ask, and whom they stand for. */
interface Askers {
  readonly places: readonly Place[];
  readonly names: readonly string[];
}

function askersOf(model: Model, intent: OnlyReachedByIntent, to: Place): Askers[] {
  const target = to.kind === 'container' ? model.containers.get(to.id) : undefined;
  if (target === undefined) return [];
  const allowed = new Set(
    intent.from.flatMap((end) => placesOf(model, end)?.all ?? []).map(placeText),
  );
  const own = networkOwner(model, target);
  const containers = askerGroups(model).flatMap((group): Askers[] => {
    const others = group.filter((one) => one !== target && !allowed.has(one.id));
    const inside = others.filter((one) => networkOwner(model, one) === own);
    const beyond = others.filter((one) => networkOwner(model, one) !== own);
    return [inside, beyond].flatMap(([first, ...rest]) => {
      if (first === undefined) return [];
      const places: Place[] = [{ kind: 'container', id: first.id }];
      return [{ places, names: [first, ...rest].map(({ id }) => id) }];
    });
  });
  const outside: Place = { kind: 'outside' };
  const machines = [neighboursOf(target.host).all, [outside]].flatMap((places): Askers[] => {
    const isAllowed = places.some((place) => allowed.has(placeText(place)));
    return isAllowed ? [] : [{ places, names: places.slice(0, 1).map(placeText) }];
  });
  return [...containers, ...machines];
}
