import type { Rule } from '../finding';
import { findBroken } from '../intents/broken-intents';

/** An open port of something that is not meant to have any. */
export const intentExposed: Rule = {
  code: 'INTENT_EXPOSED',
  level: 'error',
  covers: [],
  summary:
    'A container is open to neighbours of its host, and an intent says that it is not exposed.',
  find: (model) => findBroken(model, 'INTENT_EXPOSED'),
};
