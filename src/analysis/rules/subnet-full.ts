import { formatCidr } from '../../ip/cidr';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { areSubnetsKnown, isDynamic } from '../fixed-addresses';
import type { Member, Model } from '../model';
import { freeAddresses } from '../room';
import { countText, listText } from '../text';

/** The containers that come too late are created, and fail when they start. */
export const subnetFull: Rule = {
  code: 'SUBNET_FULL',
  level: 'error',
  covers: ['N13'],
  summary: 'A network has more containers than addresses to hand out.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!areSubnetsKnown(model, network)) continue;
      for (const family of [4, 6] as const) {
        if (family === 6 && !network.ipv6) continue;
        const members = model.members.get(network.id) ?? [];
        const dynamic = members.filter((member) => takesOne(member, family)).length;
        const free = dynamic === 0 ? undefined : freeAddresses(model, network.id, family);
        if (free === undefined || free >= BigInt(dynamic)) continue;
        yield {
          at: network.id,
          problem: `${countText(dynamic, 'container')} without fixed address share ${countText(Number(free), 'free address', 'free addresses')} of ${poolsText(model, network, family)}`,
          fix: 'take a larger subnet or ipRange, or spread the containers over two networks',
        };
      }
    }
  },
};

/** A container that ends gives its address back, so those are not counted. */
function takesOne({ container, attachment }: Member, family: 4 | 6): boolean {
  return !container.oneShot && !container.external && isDynamic(container, attachment, family);
}

function poolsText(model: Model, { id }: Network, family: 4 | 6): string {
  const subnets = (model.subnets.get(id) ?? []).filter(({ cidr }) => cidr.family === family);
  return listText(subnets.map(({ cidr, ipRange }) => formatCidr(ipRange ?? cidr)));
}
