import { parseAddress, sameAddress } from '../../ip/address';
import { contains, formatCidr, parseInterfaceAddress } from '../../ip/cidr';
import { readable } from '../attempt';
import type { Rule } from '../finding';

/** Measured: dockerd starts with neither. */
export const defaultGatewayUnusable: Rule = {
  code: 'DEFAULT_GATEWAY_UNUSABLE',
  level: 'error',
  covers: ['H5', 'H6'],
  summary:
    'The default route of the default bridge is outside its block, or the bridge itself: the engine does not start.',
  *find({ topology }) {
    for (const { id, daemon } of topology.hosts) {
      const { bip = '', defaultGateway = '' } = daemon;
      const bridge = readable(() => parseInterfaceAddress(bip, id));
      const gateway = readable(() => parseAddress(defaultGateway, id));
      if (bridge === undefined || gateway === undefined) continue;
      const place = `defaultGateway ${defaultGateway}`;
      if (sameAddress(bridge.address, gateway)) {
        yield {
          at: id,
          problem: `dockerd does not start with ${place}, which is the address of the bridge`,
          fix: 'leave out defaultGateway: it is the default route anyway',
        };
      } else if (!contains(bridge.block, gateway)) {
        yield {
          at: id,
          problem: `dockerd does not start with ${place}, which does not lie in ${formatCidr(bridge.block)}, the block of bip ${bip}`,
          fix: 'choose an address inside the block, or leave out defaultGateway',
        };
      }
    }
  },
};
