import type { Rule } from '../finding';
import { findBroken } from '../intents/broken-intents';

/** A way that is meant to be there and is not. */
export const intentUnreached: Rule = {
  code: 'INTENT_UNREACHED',
  level: 'error',
  covers: [],
  summary: 'Somebody does not reach whom an intent says it reaches.',
  find: (model) => findBroken(model, 'INTENT_UNREACHED'),
};
