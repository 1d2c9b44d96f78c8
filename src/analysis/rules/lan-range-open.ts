import { formatCidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { areSubnetsKnown, isDynamic } from '../fixed-addresses';
import { isLanNetwork } from '../lan-children';
import type { Member } from '../model';
import { parentOf, vlanOf } from '../parents';
import { compareText } from '../text';

/** A VLAN of its own is taken for Docker's alone; any other LAN has a DHCP server. */
export const lanRangeOpen: Rule = {
  code: 'LAN_RANGE_OPEN',
  level: 'warning',
  covers: ['V5'],
  summary: "Docker hands out addresses of the LAN that the LAN's own DHCP server hands out, too.",
  *find(model) {
    for (const network of model.topology.networks) {
      const parent = parentOf(network);
      if (parent === undefined || vlanOf(parent) !== undefined || !isLanNetwork(network)) continue;
      if (!areSubnetsKnown(model, network)) continue;
      const open = (model.subnets.get(network.id) ?? []).find(
        ({ cidr, ipRange }) => cidr.family === 4 && ipRange === undefined,
      );
      const dynamic = (model.members.get(network.id) ?? []).filter(takesAny);
      const [first] = dynamic.map(({ container }) => container.id).sort(compareText);
      if (open === undefined || first === undefined) continue;
      yield {
        at: network.id,
        problem: `Docker hands any address of ${formatCidr(open.cidr)} to ${first}, also one that somebody on the LAN has`,
        fix: 'give the subnet an ipRange that the DHCP server leaves out, or its containers fixed addresses',
      };
    }
  },
};

function takesAny({ container, attachment }: Member): boolean {
  return !container.external && isDynamic(container, attachment, 4);
}
