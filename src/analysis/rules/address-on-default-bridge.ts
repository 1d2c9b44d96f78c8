import type { Rule } from '../finding';
import { isBridgeOfEngine } from '../model';

export const addressOnDefaultBridge: Rule = {
  code: 'ADDRESS_ON_DEFAULT_BRIDGE',
  level: 'error',
  covers: ['A1'],
  summary: 'A container asks for a fixed address on the default bridge.',
  *find({ topology, networks }) {
    for (const { id: at, attachments } of topology.containers) {
      for (const { network: id, ipv4, ipv6 } of attachments) {
        const address = ipv4 ?? ipv6;
        const network = address === undefined ? undefined : networks.get(id);
        if (address === undefined || network === undefined || !isBridgeOfEngine(network)) continue;
        yield {
          at,
          problem: `it asks for ${address} on the default bridge, which has no fixed addresses`,
          fix: 'put it into a network of your own, with a subnet',
        };
      }
    }
  },
};
