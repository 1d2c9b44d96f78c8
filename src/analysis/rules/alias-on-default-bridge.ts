import type { Rule } from '../finding';
import { isBridgeOfEngine } from '../model';
import { listText } from '../text';

export const aliasOnDefaultBridge: Rule = {
  code: 'ALIAS_ON_DEFAULT_BRIDGE',
  level: 'error',
  covers: ['A7'],
  summary: 'A container has aliases on the default bridge.',
  *find({ topology, networks }) {
    for (const { id: at, attachments } of topology.containers) {
      for (const { network: id, aliases } of attachments) {
        const network = aliases.length === 0 ? undefined : networks.get(id);
        if (network === undefined || !isBridgeOfEngine(network)) continue;
        yield {
          at,
          problem: `it has the aliases ${listText(aliases)} on the default bridge, which has no names`,
          fix: 'put it into a network of your own, and whoever looks it up, too',
        };
      }
    }
  },
};
