import { contains, formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { areSubnetsKnown, fixedAddressesIn } from '../fixed-addresses';
import { listText } from '../text';

export const addressOutsideSubnet: Rule = {
  code: 'ADDRESS_OUTSIDE_SUBNET',
  level: 'error',
  covers: ['A3'],
  summary: 'A container asks for an address that its network does not have.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!areSubnetsKnown(model, network)) continue;
      const blocks = (model.subnets.get(network.id) ?? []).map(({ cidr }) => cidr);
      if (blocks.length === 0) continue;
      for (const { container, address, text } of fixedAddressesIn(model, network.id)) {
        if (blocks.some((block) => contains(block, address))) continue;
        const family = blocks.filter((block) => block.family === address.family);
        if (family.length === 0) continue;
        yield {
          at: container.id,
          problem: `address ${text} is outside ${network.id}, which has ${listText(family.map(formatCidr))}`,
          fix: `choose an address inside ${family.length === 1 ? 'it' : 'one of them'}`,
        };
      }
    }
  },
};
