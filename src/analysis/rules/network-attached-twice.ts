import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** The provider drops the second entry without a word, whatever address or alias it asks for. */
export const networkAttachedTwice: Rule = {
  code: 'NETWORK_ATTACHED_TWICE',
  level: 'error',
  covers: [],
  summary: 'A container names one network twice.',
  *find(model) {
    for (const { id: at, attachments } of usageOf(model).multihomed) {
      const ids = attachments.map(({ network: id }) => model.networks.get(id)?.id ?? id);
      const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
      for (const network of new Set(repeated)) {
        yield {
          at,
          problem: `its networks have ${network} twice, and the provider drops one of the two`,
          fix: 'put address and aliases into one entry',
        };
      }
    }
  },
};
