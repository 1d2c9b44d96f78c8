import type { Rule } from '../finding';
import { isBridgeOfEngine } from '../model';

export const addressOnDefaultBridge: Rule = {
  code: 'ADDRESS_ON_DEFAULT_BRIDGE',
  level: 'error',
  covers: ['A1'],
  summary: 'A container asks for a fixed address on the default bridge.',
  *find({ topology, members }) {
    for (const network of topology.networks) {
      if (!isBridgeOfEngine(network)) continue;
      for (const { container, attachment } of members.get(network.id) ?? []) {
        const address = attachment.ipv4 ?? attachment.ipv6;
        if (address === undefined) continue;
        yield {
          at: container.id,
          problem: `it asks for ${address} on the default bridge, which has no fixed addresses`,
          fix: 'put it into a network of your own, with a subnet',
        };
      }
    }
  },
};
