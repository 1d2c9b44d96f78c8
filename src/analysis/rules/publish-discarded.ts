import type { Rule } from '../finding';
import { publishText, whyDiscarded } from '../publishing';
import { usageOf } from '../usage';

/** Docker says nothing but in host mode, and the provider sees a difference at every plan. */
export const publishDiscarded: Rule = {
  code: 'PUBLISH_DISCARDED',
  level: 'error',
  covers: ['M1', 'M2', 'M3', 'M4', 'A10'],
  summary: 'A container publishes ports where Docker opens none.',
  *find(model) {
    for (const container of usageOf(model).publishers) {
      const reason = whyDiscarded(model, container);
      if (reason === undefined) continue;
      yield {
        at: container.id,
        problem: `${publishText(container)} opens nothing: ${reason}`,
        fix:
          container.mode === 'networks'
            ? 'add a bridge network that is not internal and that gets the default route, or drop publish'
            : 'drop publish, or put the container into a network',
      };
    }
  },
};
