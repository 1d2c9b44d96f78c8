import type { Rule } from '../finding';

/** Measured: dockerd refuses the two together, as the rules are what keeps containers apart. */
export const iccOffWithoutIptables: Rule = {
  code: 'ICC_OFF_WITHOUT_IPTABLES',
  level: 'error',
  covers: ['H10'],
  summary:
    'Containers shall be kept apart by rules that the engine may not write: it does not start.',
  *find({ topology }) {
    for (const { id, daemon } of topology.hosts) {
      if (daemon.icc !== false || daemon.iptables !== false) continue;
      yield {
        at: id,
        problem: 'dockerd does not start with icc: false and iptables: false together',
        fix: 'leave out one of the two',
      };
    }
  },
};
