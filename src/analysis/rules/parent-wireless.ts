import type { Rule } from '../finding';
import { parentOf, vlanOf } from '../parents';

/** An access point drops frames from MAC addresses that did not sign in. */
export const parentWireless: Rule = {
  code: 'PARENT_WIRELESS',
  level: 'warning',
  covers: ['V3'],
  summary: 'A macvlan network has a wireless parent, which carries one MAC address only.',
  *find({ topology, hosts }) {
    for (const network of topology.networks) {
      const parent = network.driver === 'macvlan' ? parentOf(network) : undefined;
      if (parent === undefined) continue;
      const base = vlanOf(parent)?.base ?? parent;
      const found = hosts.get(network.host)?.interfaces.find(({ name }) => name === base);
      if (found?.wireless !== true) continue;
      yield {
        at: network.id,
        problem: `its parent ${parent} is wireless, and the access point drops what the containers send`,
        fix: 'use an ipvlan network, or a wired interface',
      };
    }
  },
};
