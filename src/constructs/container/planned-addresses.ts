import { plannedNetwork } from '../address-book';
import type { Membership } from '../address-part';
import { Deferred } from '../deferred';
import { Network } from '../network';
import type { ParsedAttachment } from './parsed-attachment';

type Addresses = Pick<ParsedAttachment['options'], 'ipv4' | 'ipv6'>;

const FIELDS = [
  [4, 'ipv4'],
  [6, 'ipv6'],
] as const;

/** The container as an address plan sees it; absent: the network has none. */
export function membershipOf({ network, options, isDynamic }: ParsedAttachment): Membership[] {
  if (!(network instanceof Network) || network.plannedFamilies.length === 0) return [];
  const { ipv4, ipv6 } = options;
  return [
    {
      network: network.node.path,
      isDynamic,
      ...(ipv4 === undefined ? {} : { ipv4 }),
      ...(ipv6 === undefined ? {} : { ipv6 }),
    },
  ];
}

/** The addresses that the plan found for the container beside those that are written down. */
export function plannedAddresses(attachment: ParsedAttachment, container: string): Addresses {
  return eachPlanned(attachment, (network, family) => addressIn(network, container, family));
}

/** The same, as tokens that are resolved when the plan is written. */
export function deferredAddresses(attachment: ParsedAttachment, container: string): Addresses {
  return eachPlanned(attachment, (network, family) =>
    new Deferred(() => addressIn(network, container, family)).toString(),
  );
}

function addressIn(network: Network, container: string, family: 4 | 6): string | undefined {
  return plannedNetwork(network)?.addressOf(container, family);
}

const NOTHING: Addresses = {};

function eachPlanned(
  { network, options, isDynamic }: ParsedAttachment,
  find: (network: Network, family: 4 | 6) => string | undefined,
): Addresses {
  if (isDynamic || !(network instanceof Network) || network.plannedFamilies.length === 0) {
    return NOTHING;
  }
  const found: { ipv4?: string; ipv6?: string } = {};
  for (const [family, field] of FIELDS) {
    if (options[field] !== undefined || !network.plannedFamilies.includes(family)) continue;
    const address = find(network, family);
    if (address !== undefined) found[field] = address;
  }
  return found;
}
