import type { Rule } from '../finding';

/** Docker makes a dummy interface and tells nobody but its debug log. */
export const parentNotNamed: Rule = {
  code: 'PARENT_NOT_NAMED',
  level: 'warning',
  covers: ['V2'],
  summary: 'A macvlan or ipvlan network names no interface of the host.',
  *find({ topology }) {
    for (const { id: at, driver, options, internal, external } of topology.networks) {
      if (external || internal || options['parent'] !== undefined) continue;
      if (driver !== 'macvlan' && driver !== 'ipvlan') continue;
      yield {
        at,
        problem: `it is a ${driver} network without parent: its containers reach each other and nothing else`,
        fix: "name an interface of the host, such as parent: 'eth0', or set internal to true when that is meant",
      };
    }
  },
};
