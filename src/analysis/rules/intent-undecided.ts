import type { Rule } from '../finding';
import { findBroken } from '../intents/broken-intents';

/** What nobody can say from the topology alone. */
export const intentUndecided: Rule = {
  code: 'INTENT_UNDECIDED',
  level: 'warning',
  covers: [],
  summary: 'Whether an intent holds is not known.',
  find: (model) => findBroken(model, 'INTENT_UNDECIDED'),
};
