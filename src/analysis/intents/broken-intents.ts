import type { Intent } from '../../topology/intent';
import { perModel, type Model } from '../model';
import type { Occurrence } from '../finding';
import { assumePorts, type NamedPort } from '../reach/assumed-ports';
import { reachOf } from '../reach/reach';
import type { BrokenIntent, IntentCode } from './broken';
import { judgeIntent } from './judge';

/** What is found about intents under one code. */
export function findBroken(model: Model, code: IntentCode): Occurrence[] {
  return brokenIntents(model).filter((broken) => broken.code === code);
}

const brokenIntents = perModel((model: Model): readonly BrokenIntent[] => {
  const { intents = [] } = model.topology;
  if (intents.length === 0) return [];
  const reach = assumePorts(reachOf(model), intents.flatMap(portOf));
  return intents.flatMap((intent) => judgeIntent(reach, intent) ?? []);
});

function portOf({ to, port }: Intent): NamedPort[] {
  return to.kind === 'container' && port !== undefined ? [{ container: to.id, port }] : [];
}
