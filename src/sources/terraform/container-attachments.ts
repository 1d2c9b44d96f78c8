import type { Attachment, Container } from '../../topology/container';
import { defaultBridgeId } from '../../topology/network';
import type { Attributes } from './attributes';
import { blockExpressions } from './configuration';
import type { Directory, Entry } from './directory';
import { HIDDEN, HIDDEN_MAP, type Masked } from './masked';
import { matchBlocks, type MatchedBlock } from './match-blocks';
import { own } from '../json-value';
import { inWrittenOrder } from './written-order';

/** Where a container's network comes from. */
export type NetworkPart = Pick<Masked<Container>, 'mode' | 'modeContainer' | 'attachments'>;

/**
 * The mode and networks of a container. The provider takes the container off the default bridge when it
 * names networks, and off no other.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readNetworkPart(entry: Entry, directory: Directory): NetworkPart {
  const { attributes, config } = entry.resource;
  const written = blockExpressions(config?.expressions ?? {}, 'networks_advanced');
  const blocks = attributes.blocks('networks_advanced');
  const named = matchBlocks(blocks, written).map((block) =>
    readAttachment(block, entry, directory),
  );
  const attachments = blocks === HIDDEN ? [NOWHERE] : named;
  const mode = readMode(entry, directory);
  if (typeof mode === 'object') return { ...mode, attachments };
  const isReplaced = mode === defaultBridgeId(entry.host) && attachments.length > 0;
  const first: readonly Masked<Attachment>[] = isReplaced ? [] : [{ ...NOWHERE, network: mode }];
  return { mode: 'networks', attachments: [...first, ...attachments] };
}

/** An attachment of which not even the network is known. */
const NOWHERE: Masked<Attachment> = {
  network: HIDDEN,
  aliases: [],
  linkLocalIps: [],
  driverOptions: {},
};

type ModePart = Pick<NetworkPart, 'mode' | 'modeContainer'>;

/** A mode without networks, or the id of the network that the mode names. */
function readMode(entry: Entry, directory: Directory): ModePart | Masked<string> {
  const { resource, host } = entry;
  const mode = resource.attributes.text('network_mode') ?? 'bridge';
  if (mode === HIDDEN) return hiddenMode(entry, directory);
  if (mode === 'host' || mode === 'none') return { mode };
  if (mode === 'bridge' || mode === 'default') return defaultBridgeId(host);
  if (mode.startsWith('container:')) {
    const name = mode.slice('container:'.length);
    return { mode: 'container', modeContainer: directory.idOf('container', host, name) };
  }
  return directory.idOf('network', host, mode);
}

function hiddenMode({ resource }: Entry, directory: Directory): ModePart | Masked<string> {
  const expression = own(resource.config?.expressions, 'network_mode');
  const container = directory.target(expression, resource, 'container');
  if (container !== undefined) return { mode: 'container', modeContainer: container.id };
  return directory.target(expression, resource, 'network')?.id ?? HIDDEN;
}

function readAttachment(
  { values, expressions }: MatchedBlock,
  entry: Entry,
  directory: Directory,
): Masked<Attachment> {
  return {
    network: readNetworkId(values.text('name'), own(expressions, 'name'), entry, directory),
    ipv4: values.text('ipv4_address'),
    ipv6: values.text('ipv6_address'),
    aliases: inWrittenOrder(values.texts('aliases'), own(expressions, 'aliases')),
    macAddress: values.text('mac_address'),
    gatewayPriority: values.integer('gw_priority'),
    linkLocalIps: values.texts('link_local_ips'),
    driverOptions: readPairs(values, 'driver_opts'),
  };
}

function readNetworkId(
  name: Masked<string> | undefined,
  expression: unknown,
  { resource, host }: Entry,
  directory: Directory,
): Masked<string> {
  if (name === undefined || name === HIDDEN) {
    return directory.target(expression, resource, 'network')?.id ?? HIDDEN;
  }
  if (name === 'bridge') return defaultBridgeId(host);
  return directory.idOf('network', host, name);
}

/** `['key=value']` as a map. */
function readPairs(values: Attributes, name: string): Masked<Readonly<Record<string, string>>> {
  const pairs = values.texts(name);
  if (pairs.includes(HIDDEN)) return HIDDEN_MAP;
  return Object.fromEntries(
    pairs.filter((pair) => pair !== HIDDEN).map((pair) => splitAt(pair, '=')),
  );
}

function splitAt(text: string, sign: string): [string, string] {
  const index = text.indexOf(sign);
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
