import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Docker joins the network of a running container only. */
export const networkDonorEnds: Rule = {
  code: 'NETWORK_DONOR_ENDS',
  level: 'error',
  covers: ['M7'],
  summary: 'A container is to share the network of one that has ended by then.',
  *find(model) {
    for (const { id: at, modeContainer: id } of usageOf(model).modes) {
      const donor = id === undefined ? undefined : model.containers.get(id);
      if (donor?.oneShot !== true) continue;
      yield {
        at,
        problem: `it shares the network of ${donor.id}, a OneShot, which has ended when this one starts`,
        fix: 'share the network of a container that stays up',
      };
    }
  },
};
