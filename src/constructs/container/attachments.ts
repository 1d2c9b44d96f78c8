import type { ContainerNetworksAdvanced } from '@cdktf/provider-docker/lib/container';
import { defined, unlessEmpty } from '../../defined';
import { ConfigError } from '../../errors';
import { expectList, expectText, show } from '../../expect';
import { formatAddress, parseAddress } from '../../ip/address';
import { parseMac } from '../../notation/mac';
import { checkAlias, isAlias } from '../../notation/names';
import { defaultBridgeId } from '../../topology/network';
import type { Attachment } from '../../topology/container';
import type { DockerHost } from '../docker-host';
import type { DockerStack } from '../docker-stack';
import { Network } from '../network';
import { DefaultBridge } from '../network-mode';
import {
  address,
  addressIn,
  anyText,
  checkProps,
  integer,
  listOf,
  mapOf,
  parsedElsewhere,
  type PropTable,
} from '../props';
import { isToken, literal } from '../token';
import type { Extra } from './container-attributes';
import type { AttachmentOptions, AttachmentProps } from './container-props';

/** A network to be in, checked. */
export interface ParsedAttachment {
  readonly network: Network | DefaultBridge;
  readonly options: Omit<Attachment, 'network'>;
}

const OPTIONS: PropTable<AttachmentOptions> = {
  ipv4: addressIn(4),
  ipv6: addressIn(6),
  aliases: listOf((value, at) => {
    expectText(value, at, 'an entry of aliases');
    checkAlias(value, at);
  }),
  macAddress: mac,
  gatewayPriority: integer({ min: 0, max: 2147483647 }),
  linkLocalIps: listOf(address),
  driverOptions: mapOf(anyText),
};

const PROPS: PropTable<AttachmentProps> = { network: parsedElsewhere, ...OPTIONS };

/**
 * @throws ConfigError `PROP_TYPE`, `PROP_EMPTY`, and what {@link parseAttachment} throws
 */
export function parseAttachments(
  value: unknown,
  container: { readonly id: string; readonly at: string; readonly stack: DockerStack },
): ParsedAttachment[] {
  if (value === undefined) return [];
  const { at } = container;
  expectList(value, at, 'networks');
  if (value.length === 0) {
    throw new ConfigError('PROP_EMPTY', {
      at,
      problem: 'networks is empty',
      fix: 'leave it out for the default bridge, or write networkMode: NetworkMode.none',
    });
  }
  return value.map((entry) => {
    const isNetwork = entry instanceof Network || entry instanceof DefaultBridge;
    return isNetwork ? plainAttachment(entry, container.id) : parseAttachment(entry, container);
  });
}

function plainAttachment(network: Network | DefaultBridge, id: string): ParsedAttachment {
  const aliases = network instanceof DefaultBridge ? NO_LIST : ownAlias(id);
  return { network, options: { aliases, linkLocalIps: NO_LIST, driverOptions: NO_MAP } };
}

/** The same ones for every container: thousands of empty lists take their time, too. */
const NO_LIST: readonly never[] = [];
const NO_MAP: Readonly<Record<string, never>> = {};

/**
 * @throws ConfigError `PROP_TYPE`, `ADDRESS_MALFORMED`, `ADDRESS_FAMILY`, `MAC_MALFORMED`,
 * `NAME_MALFORMED`, `PROP_RANGE`, `PROVIDER_TOO_OLD`
 */
export function parseAttachment(
  value: unknown,
  { id, at, stack }: { readonly id: string; readonly at: string; readonly stack: DockerStack },
): ParsedAttachment {
  const props = checkAttachment(value, at);
  for (const key of ['macAddress', 'gatewayPriority', 'linkLocalIps', 'driverOptions'] as const) {
    if (props[key] !== undefined) stack.requireProvider([4, 0, 0], key, at);
  }
  const { network, aliases = NO_LIST, linkLocalIps, driverOptions = NO_MAP } = props;
  const own = network instanceof DefaultBridge ? NO_LIST : ownAlias(id);
  const lists = {
    aliases: aliases.length === 0 ? own : [...new Set([...own, ...aliases])],
    linkLocalIps: linkLocalIps?.map(canonical) ?? NO_LIST,
  };
  return { network, options: { ...lists, driverOptions, ...scalarOptions(props, at) } };
}

function scalarOptions(props: AttachmentProps, at: string): Partial<ParsedAttachment['options']> {
  const { ipv4, ipv6, gatewayPriority, macAddress } = props;
  const options: Partial<Writable<ParsedAttachment['options']>> = {};
  if (ipv4 !== undefined) options.ipv4 = canonical(ipv4);
  if (ipv6 !== undefined) options.ipv6 = canonical(ipv6);
  if (gatewayPriority !== undefined) options.gatewayPriority = gatewayPriority;
  if (macAddress !== undefined) {
    options.macAddress = isToken(macAddress) ? macAddress : parseMac(macAddress, at);
  }
  return options;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The topology's form of an attachment on the host. */
export function attachmentModel(
  { network, options }: ParsedAttachment,
  host: DockerHost,
): Attachment {
  const id = network instanceof Network ? network.node.path : defaultBridgeId(host.name);
  return { network: id, ...options };
}

/** The provider's block; networks by id, so that a replaced network replaces the container. */
export function attachmentBlock({
  network,
  options,
}: ParsedAttachment): ContainerNetworksAdvanced & Extra {
  const block: Writable<ContainerNetworksAdvanced & Extra> = {
    name: network instanceof Network ? network.id : 'bridge',
  };
  if (options.aliases.length > 0) block.aliases = [...options.aliases];
  if (options.ipv4 !== undefined) block.ipv4Address = options.ipv4;
  if (options.ipv6 !== undefined) block.ipv6Address = options.ipv6;
  const extra = hasOnlyAddresses(options) ? undefined : unlessEmpty(newerOptions(options));
  if (extra !== undefined) block.extra = extra;
  return block;
}

/** Most places do; with thousands of containers, it shows. */
function hasOnlyAddresses({
  macAddress,
  gatewayPriority,
  linkLocalIps,
  driverOptions,
}: ParsedAttachment['options']): boolean {
  if (macAddress !== undefined || gatewayPriority !== undefined) return false;
  return linkLocalIps.length === 0 && unlessEmpty(driverOptions) === undefined;
}

/** What the bindings do not have. */
function newerOptions(options: ParsedAttachment['options']): Record<string, unknown> {
  return defined({
    mac_address: options.macAddress,
    gw_priority: options.gatewayPriority,
    link_local_ips: unlessEmpty(options.linkLocalIps),
    driver_opts: unlessEmpty(pairs(options.driverOptions)),
  });
}

/**
 * Refuses what a container cannot be in.
 *
 * @throws ConfigError `PROP_TYPE`
 */
export function expectNetwork(
  value: unknown,
  at: string,
): asserts value is Network | DefaultBridge {
  if (value instanceof Network || value instanceof DefaultBridge) return;
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `a network is ${show(value)}`,
    fix: "write a network, NetworkMode.bridge, or { network, ipv4: '...' }",
  });
}

function checkAttachment(value: unknown, at: string): AttachmentProps {
  const network =
    typeof value === 'object' && value !== null && 'network' in value ? value.network : value;
  expectNetwork(network, at);
  checkProps(value as AttachmentProps, PROPS, `${at}: networks`);
  return value as AttachmentProps;
}

/** Like a Compose service name, the construct id is a name in every user network. */
function ownAlias(id: string): string[] {
  return isAlias(id) ? [id] : [];
}

function mac(value: unknown, at: string, what: string): void {
  expectText(value, at, what);
  parseMac(value, at);
}

/** A checked address in the spelling that the engine reports; of IPv4 there is no other one. */
function canonical(value: string): string {
  if (!value.includes(':') || isToken(value)) return value;
  return formatAddress(parseAddress(value, ''));
}

function pairs(options: Readonly<Record<string, string>>): string[] {
  return Object.keys(options)
    .sort()
    .map((key) => literal(`${key}=${options[key] ?? ''}`));
}
