import type { NetworkIpamConfig } from '@cdktf/provider-docker/lib/network';
import { expectRecord, expectText } from '../expect';
import { formatAddress, parseAddress } from '../ip/address';
import { contains, formatCidr, parseCidr, usableAddresses, type Cidr } from '../ip/cidr';
import type { Subnet } from '../topology/network';
import { checkProps, mapOf, text, type PropTable } from './props';
import { isToken, literalMap } from './token';

/** One address block of a network. */
export interface SubnetProps {
  /** Address block in CIDR form, host bits zero: `172.27.0.0/16`. */
  readonly cidr: string;

  /**
   * Address inside the block: the containers' default route. On a bridge it is the host's own
   * address, on macvlan and ipvlan the LAN's router.
   *
   * @default - the one Docker would choose: the first address of `ipRange`, else of `cidr`
   */
  readonly gateway?: string;

  /**
   * Part of the block that Docker hands addresses out of; keep fixed addresses outside it.
   *
   * @default - the whole block
   */
  readonly ipRange?: string;

  /**
   * Addresses in the block that Docker must not hand out, by the name of who has them.
   *
   * @default - none
   */
  readonly auxAddresses?: Readonly<Record<string, string>>;
}

const SUBNET_PROPS: PropTable<SubnetProps> = {
  cidr: text,
  gateway: text,
  ipRange: text,
  auxAddresses: mapOf(text),
};

/**
 * A checked block in canonical text, with the gateway that Docker would choose.
 *
 * @throws ConfigError `CIDR_MALFORMED`, `CIDR_HOST_BITS`, `ADDRESS_MALFORMED`, `PROP_MISSING`
 */
export function parseSubnet(value: unknown, at: string): Subnet {
  expectRecord(value, at, 'an entry of subnets');
  const props = value as SubnetProps;
  checkProps(props, SUBNET_PROPS, `${at}: subnets`, ['cidr']);
  const { auxAddresses = {} } = props;
  const cidr = canonicalCidr(props.cidr, at, 'subnet');
  const ipRange =
    props.ipRange === undefined ? undefined : canonicalCidr(props.ipRange, at, 'ipRange');
  const aux = Object.fromEntries(
    Object.entries(auxAddresses).map(([name, address]) => [
      name,
      canonicalAddress(address, at, `auxAddress ${name}`),
    ]),
  );
  const gateway =
    props.gateway === undefined
      ? chooseGateway(cidr, ipRange, Object.values(aux))
      : canonicalAddress(props.gateway, at, 'gateway');
  return {
    cidr,
    ...(gateway === undefined ? {} : { gateway }),
    ...(ipRange === undefined ? {} : { ipRange }),
    auxAddresses: aux,
  };
}

/** The provider's block for a subnet. */
export function toIpamConfig({ cidr, gateway, ipRange, auxAddresses }: Subnet): NetworkIpamConfig {
  return {
    ...(cidr === undefined ? {} : { subnet: cidr }),
    ...(gateway === undefined ? {} : { gateway }),
    ...(ipRange === undefined ? {} : { ipRange }),
    ...(Object.keys(auxAddresses).length === 0 ? {} : { auxAddress: literalMap(auxAddresses) }),
  };
}

/** Whether the block is written as an IPv6 one. */
export function isIpv6Subnet({ cidr }: Subnet): boolean {
  return cidr !== undefined && !isToken(cidr) && cidr.includes(':');
}

function canonicalCidr(cidr: string, at: string, what: string): string {
  if (isToken(cidr)) return cidr;
  expectText(cidr, at, what);
  return formatCidr(parseCidr(cidr, at, what));
}

function canonicalAddress(address: string, at: string, what: string): string {
  return isToken(address) ? address : formatAddress(parseAddress(address, at, what));
}

/**
 * Docker takes the first address of the range it hands out, unless that is the network's own; an
 * auxiliary address there makes the engine refuse the network, so it is passed over here.
 */
function chooseGateway(
  cidr: string,
  ipRange: string | undefined,
  taken: readonly string[],
): string | undefined {
  if (isToken(cidr) || (ipRange !== undefined && isToken(ipRange))) return undefined;
  const block = parseCidr(cidr, '');
  const range = ipRange === undefined ? block : parseCidr(ipRange, '');
  for (const address of candidates(block, contains(block, range) ? range : block)) {
    const text = formatAddress(address);
    if (!taken.includes(text)) return text;
  }
  return undefined;
}

function* candidates(block: Cidr, range: Cidr): Generator<{ family: 4 | 6; value: bigint }> {
  if (range.first > block.first) yield { family: range.family, value: range.first };
  yield* usableAddresses(range);
}
