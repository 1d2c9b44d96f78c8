import type { Rule } from '../finding';
import { findBroken } from '../intents/broken-intents';

/** A way that is not meant to be there. */
export const intentReached: Rule = {
  code: 'INTENT_REACHED',
  level: 'error',
  covers: [],
  summary: 'Somebody is reached by whom an intent keeps away.',
  find: (model) => findBroken(model, 'INTENT_REACHED'),
};
