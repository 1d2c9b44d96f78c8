import type { Rule } from '../finding';
import { networksOf, sharedNetworks } from '../shared-networks';
import { usageOf } from '../usage';

/** Docker refuses it on the default bridge; elsewhere the names never resolve. */
export const linkWithoutNetwork: Rule = {
  code: 'LINK_WITHOUT_NETWORK',
  level: 'error',
  covers: ['M9', 'M10'],
  summary: 'A container links one that is in no network of its own.',
  *find(model) {
    for (const container of usageOf(model).linking) {
      if (container.mode !== 'networks') continue;
      for (const { container: id } of container.links) {
        const other = model.containers.get(id);
        if (other === undefined || other.external) continue;
        if (networksOf(model, container) === undefined || networksOf(model, other) === undefined)
          continue;
        if (sharedNetworks(model, container, other).length > 0) continue;
        yield {
          at: container.id,
          problem: `it links ${other.id}, which shares no network with it`,
          fix: 'put both into one network',
        };
      }
    }
  },
};
