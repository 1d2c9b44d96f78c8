import { isOptionUnknown } from '../driver-options';
import type { Rule } from '../finding';

/** Docker makes a dummy interface and tells nobody but its debug log. */
export const parentNotNamed: Rule = {
  code: 'PARENT_NOT_NAMED',
  level: 'warning',
  covers: ['V2'],
  summary: 'A macvlan or ipvlan network names no interface of the host.',
  *find({ topology }) {
    for (const network of topology.networks) {
      const { driver, options, internal, external } = network;
      if (external || internal || options['parent'] !== undefined) continue;
      if (driver !== 'macvlan' && driver !== 'ipvlan') continue;
      if (isOptionUnknown(network, 'parent')) continue;
      yield {
        at: network.id,
        problem: `this ${driver} network has no parent: its containers reach each other and nothing else`,
        fix: "name an interface of the host, such as parent: 'eth0', or set internal to true when that is meant",
      };
    }
  },
};
