import { mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { areSubnetsKnown, fixedAddressesIn } from '../fixed-addresses';
import { isBridgeOfEngine } from '../model';
import { AUTO_SUBNET_SINCE, hasSubnet } from './address-without-subnet';

/** It works until the network is made again and Docker picks another block. */
export const addressInAutoSubnet: Rule = {
  code: 'ADDRESS_IN_AUTO_SUBNET',
  level: 'warning',
  covers: ['A2'],
  summary: 'A container asks for a fixed address in a block that Docker picks itself.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!areSubnetsKnown(model, network) || isBridgeOfEngine(network)) continue;
      if (mayBeBefore(model, network.host, AUTO_SUBNET_SINCE)) continue;
      for (const fixed of fixedAddressesIn(model, network.id)) {
        if (hasSubnet(model, fixed) || (fixed.address.family === 6 && !network.ipv6)) continue;
        yield {
          at: fixed.container.id,
          problem: `it asks for ${fixed.text} in ${network.id}, whose subnet Docker picks: the address fits until Docker picks another one`,
          fix: `give the network a subnet that holds ${fixed.text}`,
        };
      }
    }
  },
};
