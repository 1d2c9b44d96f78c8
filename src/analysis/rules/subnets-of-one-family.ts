import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { listText } from '../text';

export const subnetsOfOneFamily: Rule = {
  code: 'SUBNETS_OF_ONE_FAMILY',
  level: 'error',
  covers: ['N9'],
  summary: 'A bridge network has two blocks of one IP version.',
  *find({ topology, subnets }) {
    for (const { id: at, driver, external } of topology.networks) {
      if (external || driver !== 'bridge') continue;
      const blocks = (subnets.get(at) ?? []).map(({ cidr }) => cidr);
      if (blocks.length < 2) continue;
      for (const family of [4, 6]) {
        const ofFamily = blocks.filter((block) => block.family === family);
        if (ofFamily.length < 2) continue;
        yield {
          at,
          problem: `it has ${String(ofFamily.length)} IPv${String(family)} subnets, ${listText(ofFamily.map(formatCidr))}, and a bridge takes one`,
          fix: 'take one larger block, or a network for each',
        };
      }
    }
  },
};
