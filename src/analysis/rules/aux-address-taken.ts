import { formatAddress, sameAddress, type IpAddress } from '../../ip/address';
import { formatCidr } from '../../ip/cidr';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { gatewayIn } from '../fixed-addresses';
import { isUnknown, type ReadSubnet } from '../model';
import { reservedAs } from '../reserved';
import { declaredSubnets } from '../subnet-places';
import { compareText } from '../text';

/** Auxiliary addresses are handed out like a container's, so they must be free. */
export const auxAddressTaken: Rule = {
  code: 'AUX_ADDRESS_TAKEN',
  level: 'error',
  covers: ['N8'],
  summary:
    'An auxiliary address of a subnet is its gateway, its own address or another auxiliary one.',
  *find(model) {
    for (const { network, subnet } of declaredSubnets(model)) {
      const sorted = [...subnet.auxAddresses].sort(([a], [b]) => compareText(a, b));
      for (const [index, [name, address]] of sorted.entries()) {
        const owner =
          ownerOf(network, subnet, address) ?? namesake(sorted.slice(0, index), address);
        if (owner === undefined) continue;
        yield {
          at: network.id,
          problem: `auxiliary address '${name}' is ${formatAddress(address)}, ${owner}`,
          fix: 'choose another address, or drop it',
        };
      }
    }
  },
};

function ownerOf(network: Network, subnet: ReadSubnet, address: IpAddress): string | undefined {
  const reserved = reservedAs(subnet.cidr, address);
  if (reserved !== undefined) return `the ${reserved} of ${formatCidr(subnet.cidr)}`;
  if (subnet.gateway === undefined && isUnknown(network, 'subnets')) return undefined;
  return sameAddress(gatewayIn(subnet), address) ? 'the gateway' : undefined;
}

function namesake(
  earlier: readonly (readonly [string, IpAddress])[],
  address: IpAddress,
): string | undefined {
  const found = earlier.find(([, other]) => sameAddress(other, address));
  return found === undefined ? undefined : `as is '${found[0]}'`;
}
