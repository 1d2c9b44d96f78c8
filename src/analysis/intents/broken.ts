import type { Occurrence } from '../finding';

/** Code of what is found about an intent. */
export type IntentCode =
  'INTENT_UNREACHED' | 'INTENT_REACHED' | 'INTENT_EXPOSED' | 'INTENT_UNDECIDED';

/** What is found about an intent that does not hold, or of which nobody knows. */
export interface BrokenIntent extends Occurrence {
  readonly code: IntentCode;
}
