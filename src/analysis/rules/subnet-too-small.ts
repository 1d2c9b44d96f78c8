import { addressCount, formatCidr, type Cidr } from '../../ip/cidr';
import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { declaredSubnets } from '../subnet-places';

/** First engine that makes networks of two IPv4 addresses: one for the gateway, one for a container. */
const TWO_ADDRESSES_SINCE = [23] as const;

export const subnetTooSmall: Rule = {
  code: 'SUBNET_TOO_SMALL',
  level: 'error',
  covers: ['N13'],
  summary: 'A subnet has no room for a gateway and a container.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const reason = whyTooSmall(model, network.host, subnet.cidr);
      if (reason === undefined) continue;
      yield {
        at: network.id,
        problem: `subnet ${formatCidr(subnet.cidr)} has ${reason}`,
        fix: `write a block of /${subnet.cidr.family === 4 ? '30' : '126'} or larger`,
      };
    }
  },
};

function whyTooSmall(model: Model, host: string, cidr: Cidr): string | undefined {
  const count = addressCount(cidr);
  if (count > 2n) return undefined;
  if (count === 1n) return 'one address, and the gateway takes it';
  if (cidr.family === 6) return 'two addresses: Docker keeps one, and the gateway takes the other';
  if (!mayBeBefore(model, host, TWO_ADDRESSES_SINCE)) return undefined;
  return `two addresses, which engines before 23 keep for network and broadcast, and ${describeEngine(model, host)}`;
}
