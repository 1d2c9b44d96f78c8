import { describeEngine, mayBeBefore } from '../engine';
import type { Occurrence, Rule } from '../finding';
import { areSubnetsKnown, fixedAddressesIn, type FixedAddress } from '../fixed-addresses';
import { isBridgeOfEngine, type Model } from '../model';

/** First engine that gives a fixed address out of a block that it picked itself. */
export const AUTO_SUBNET_SINCE = [29, 1] as const;

/** Docker wants the block to be the user's, so that it is the same tomorrow. */
export const addressWithoutSubnet: Rule = {
  code: 'ADDRESS_WITHOUT_SUBNET',
  level: 'error',
  covers: ['A2'],
  summary: 'A container asks for a fixed address in a network that declares no block for it.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (!areSubnetsKnown(model, network) || isBridgeOfEngine(network)) continue;
      for (const fixed of fixedAddressesIn(model, network.id)) {
        const { family } = fixed.address;
        if (hasSubnet(model, fixed)) continue;
        const isOff = family === 6 && !network.ipv6;
        if (isOff || mayBeBefore(model, network.host, AUTO_SUBNET_SINCE)) {
          yield describe(model, fixed, isOff);
        }
      }
    }
  },
};

/** Whether the network declares a block of the address's family. */
export function hasSubnet(model: Model, { network, address }: FixedAddress): boolean {
  return (model.subnets.get(network.id) ?? []).some(({ cidr }) => cidr.family === address.family);
}

function describe(model: Model, fixed: FixedAddress, isOff: boolean): Occurrence {
  const { container, network, text, address } = fixed;
  const engine = describeEngine(model, network.host);
  const since = `engines before ${AUTO_SUBNET_SINCE.join('.')} refuse that, and ${engine}`;
  return {
    at: container.id,
    problem: `it asks for ${text} in ${network.id}, which ${
      isOff ? 'has no IPv6' : `declares no IPv${String(address.family)} subnet; ${since}`
    }`,
    fix: `give the network a subnet that holds ${text}, or drop the address`,
  };
}
