import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { parentOf } from '../parents';
import { compareText } from '../text';

/** Docker makes both networks; the kernel lets containers of one of them start. */
export const parentOfTwoDrivers: Rule = {
  code: 'PARENT_OF_TWO_DRIVERS',
  level: 'error',
  covers: ['V4'],
  summary: 'A macvlan and an ipvlan network want the same interface of the host.',
  *find({ topology }) {
    const named = topology.networks.filter((network) => parentOf(network) !== undefined);
    const groups = groupBy(named, (network) => `${network.host} ${parentOf(network) ?? ''}`);
    for (const group of groups.values()) {
      const sorted = [...group].sort((a, b) => compareText(a.id, b.id));
      const macvlan = sorted.find(({ driver }) => driver === 'macvlan');
      const ipvlan = sorted.find(({ driver }) => driver === 'ipvlan');
      if (macvlan === undefined || ipvlan === undefined) continue;
      yield {
        at: ipvlan.id,
        problem: `its parent ${parentOf(ipvlan) ?? ''} is the one of ${macvlan.id}, a macvlan network: only one of the two kinds can be up on an interface`,
        fix: 'make both networks of one kind, or use another interface',
      };
    }
  },
};
