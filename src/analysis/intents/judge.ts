import type { Intent, IntentEnd, ReachIntent } from '../../topology/intent';
import { endText } from '../../topology/intent-text';
import { placeText } from '../reach/place';
import type { Reach } from '../reach/reach';
import type { BrokenIntent } from './broken';
import { placesOf, type EndPlaces } from './ends';
import { reached, undecided, undecidedBy, unreached } from './findings';
import { judgeExposure } from './judge-exposure';
import { judgeOnly } from './judge-only';
import { waysBetween } from '../reach/ways-between';

/** What is found about an intent: nothing where it holds. */
export function judgeIntent(reach: Reach, intent: Intent): BrokenIntent | undefined {
  const missing = endsOf(intent).find((end) => placesOf(reach.model, end) === undefined);
  if (missing !== undefined) {
    const fix = 'check all stacks together, as synth does';
    return undecided(intent, `${endText(missing)} is not in the topology`, fix);
  }
  switch (intent.kind) {
    case 'reaches':
    case 'neverReaches':
      return judgeReach(reach, intent);
    case 'onlyReachedBy':
      return judgeOnly(reach, intent);
    case 'notExposed':
      return judgeExposure(reach.model, intent);
  }
}

function endsOf(intent: Intent): readonly IntentEnd[] {
  switch (intent.kind) {
    case 'reaches':
    case 'neverReaches':
      return [intent.from, intent.to];
    case 'onlyReachedBy':
      return [intent.to, ...intent.from];
    case 'notExposed':
      return [intent.to];
  }
}

function judgeReach(reach: Reach, intent: ReachIntent): BrokenIntent | undefined {
  const [from, to] = [placesOf(reach.model, intent.from), placesOf(reach.model, intent.to)];
  if (from === undefined || to === undefined) return undefined;
  return intent.kind === 'reaches'
    ? judgeReaches(reach, intent, { from, to })
    : judgeNever(reach, intent, { from, to });
}

interface Ends {
  readonly from: EndPlaces;
  readonly to: EndPlaces;
}

function judgeReaches(
  reach: Reach,
  intent: ReachIntent,
  { from, to }: Ends,
): BrokenIntent | undefined {
  const { open, unknown, closed } = waysBetween(reach, [from.usual], to.usual, intent.port);
  if (open !== undefined) return undefined;
  return unknown === undefined ? unreached(intent, closed) : undecidedBy(intent, unknown);
}

function judgeNever(
  reach: Reach,
  intent: ReachIntent,
  { from, to }: Ends,
): BrokenIntent | undefined {
  const { open, unknown } = waysBetween(reach, from.all, to.usual, intent.port);
  if (open !== undefined) return reached(intent, `${placeText(open.from)} reaches`, open);
  return unknown === undefined ? undefined : undecidedBy(intent, unknown);
}
