import { formatCidr, type Cidr } from '../../ip/cidr';
import type { Rule } from '../finding';
import { hostClashes } from '../host-clashes';
import { routeBlocks } from '../host-networks';

export const subnetOnHostRoute: Rule = {
  code: 'SUBNET_ON_HOST_ROUTE',
  level: 'warning',
  covers: ['N3'],
  summary: 'A bridge network has addresses that its host has a route to.',
  *find(model) {
    for (const { place, block } of hostClashes(model, routeBlocks)) {
      yield {
        at: place.network.id,
        problem: `subnet ${formatCidr(place.subnet.cidr)} ${effectOf(place.subnet.cidr, block.cidr)} the route ${block.label} of host ${place.network.host}`,
        fix: 'move the subnet to a block that is not routed elsewhere',
      };
    }
  },
};

/** The kernel takes the smaller of two blocks, and of equal ones its own interface's. */
function effectOf(subnet: Cidr, route: Cidr): string {
  return subnet.prefix >= route.prefix ? 'hides addresses of' : 'loses addresses to';
}
