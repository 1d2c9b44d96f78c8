import type { Rule } from '../finding';
import { isBridgeOfEngine } from '../model';
import { listText } from '../text';

export const aliasOnDefaultBridge: Rule = {
  code: 'ALIAS_ON_DEFAULT_BRIDGE',
  level: 'error',
  covers: ['A7'],
  summary: 'A container has aliases on the default bridge.',
  *find({ topology, members }) {
    for (const network of topology.networks) {
      if (!isBridgeOfEngine(network)) continue;
      for (const { container, attachment } of members.get(network.id) ?? []) {
        const { aliases } = attachment;
        if (aliases.length === 0) continue;
        yield {
          at: container.id,
          problem: `it has the ${aliases.length === 1 ? 'alias' : 'aliases'} ${listText(aliases)} on the default bridge, which has no names`,
          fix: 'put it into a network of your own, and whoever looks it up, too',
        };
      }
    }
  },
};
