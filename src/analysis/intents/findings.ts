import type { Intent, IntentEnd } from '../../topology/intent';
import { intentText } from '../../topology/intent-text';
import type { Answer } from '../reach/answer';
import { openText, pathText } from '../reach/answer-text';
import type { BrokenIntent } from './broken';
import { closeText, wantedText } from './words';

/** Where something is found about an intent: at who does not get through, or at who is to be left alone. */
function placeOf(intent: Intent): string {
  const end = endsInOrder(intent).find((one) => 'id' in one);
  return end?.id ?? intent.stack;
}

function endsInOrder(intent: Intent): readonly IntentEnd[] {
  switch (intent.kind) {
    case 'reaches':
      return [intent.from, intent.to];
    case 'neverReaches':
      return [intent.to, intent.from];
    default:
      return [intent.to];
  }
}

/** An intent of which nobody knows. */
export function undecided(intent: Intent, problem: string, fix: string): BrokenIntent {
  return {
    code: 'INTENT_UNDECIDED',
    at: placeOf(intent),
    problem: `stack ${intent.stack} means that ${intentText(intent)}, which is not known: ${problem}`,
    fix,
  };
}

/** The same, where an answer says why. */
export function undecidedBy(intent: Intent, { reason }: Answer): BrokenIntent {
  return undecided(
    intent,
    reason?.problem ?? 'nothing was measured for it',
    reason?.fix ?? 'look at it on the engine',
  );
}

/** Nobody gets through who is meant to. */
export function unreached(intent: Intent, closed: Answer | undefined): BrokenIntent {
  const { problem = 'there is no way', fix = 'put both into one network, or publish the port' } =
    closed?.reason ?? {};
  const path = closed === undefined || closed.path.length < 2 ? '' : ` (${pathText(closed)})`;
  return {
    code: 'INTENT_UNREACHED',
    at: placeOf(intent),
    problem: `stack ${intent.stack} means that ${intentText(intent)}, and it does not: ${problem}${path}`,
    fix,
  };
}

/** Somebody gets through who is not meant to. */
export function reached(intent: Intent, who: string, open: Answer): BrokenIntent {
  return {
    code: 'INTENT_REACHED',
    at: placeOf(intent),
    problem: `stack ${intent.stack} means that ${intentText(intent)}, and ${who} ${wantedText(intent)} ${openText(open, intent.port)}`,
    fix: closeText(open),
  };
}
