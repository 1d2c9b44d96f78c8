import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Docker makes a new network namespace at each start, and the other container keeps the old one. */
export const networkDonorRestarts: Rule = {
  code: 'NETWORK_DONOR_RESTARTS',
  level: 'note',
  covers: ['M7'],
  summary: 'A container loses its network when the one it shares it with is restarted.',
  *find(model) {
    for (const { id: at, modeContainer: id, oneShot } of usageOf(model).modes) {
      const donor = id === undefined || oneShot ? undefined : model.containers.get(id);
      if (donor?.restart === undefined || donor.restart.name === 'no') continue;
      yield {
        at,
        problem: `it shares the network of ${donor.id}, which Docker restarts by itself (${donor.restart.name}): after that this one has loopback alone`,
        fix: `put both into one network, or restart it whenever ${donor.id} was`,
      };
    }
  },
};
