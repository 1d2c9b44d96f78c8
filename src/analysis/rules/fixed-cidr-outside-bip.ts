import { contains, formatCidr, parseCidr, parseInterfaceAddress } from '../../ip/cidr';
import { readable } from '../attempt';
import type { Rule } from '../finding';

/** Measured on 20.10: dockerd starts, and hands out addresses of the whole block. */
export const fixedCidrOutsideBip: Rule = {
  code: 'FIXED_CIDR_OUTSIDE_BIP',
  level: 'error',
  covers: ['H4'],
  summary:
    'The range for containers of the default bridge does not lie in the block of the bridge.',
  *find({ topology }) {
    for (const { id, daemon } of topology.hosts) {
      const { bip = '', fixedCidr = '' } = daemon;
      const bridge = readable(() => parseInterfaceAddress(bip, id));
      const range = readable(() => parseCidr(fixedCidr, id));
      if (bridge === undefined || range === undefined || contains(bridge.block, range)) continue;
      yield {
        at: id,
        problem: `fixedCidr ${fixedCidr} does not lie in ${formatCidr(bridge.block)}, the block of bip ${bip}, and has no effect`,
        fix: 'choose a range inside the block',
      };
    }
  },
};
