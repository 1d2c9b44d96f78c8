import type { Container } from '../../topology/container';
import { own } from '../json-value';
import { blockExpressions } from './configuration';
import { HIDDEN, HIDDEN_LIST, type Masked } from './masked';
import { matchBlocks } from './match-blocks';
import type { Resource } from './resources';
import { inWrittenOrder } from './written-order';

/** Names that a container has itself, and how it resolves others. */
export type NamesPart = Pick<
  Masked<Container>,
  'hostname' | 'domainname' | 'dns' | 'dnsSearch' | 'dnsOptions' | 'extraHosts'
>;

/**
 * Names of a container, its resolvers and its hosts file.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readNames(resource: Resource): NamesPart {
  const { attributes, config } = resource;
  const list = (name: string): NamesPart['dns'] =>
    inWrittenOrder(attributes.texts(name), own(config?.expressions, name));
  return {
    hostname: readHostname(resource),
    domainname: attributes.text('domainname'),
    dns: list('dns'),
    dnsSearch: list('dns_search'),
    dnsOptions: list('dns_opts'),
    extraHosts: readExtraHosts(resource),
  };
}

/** What a state has may come from the engine: the beginning of a container's id. */
function readHostname({ attributes, config }: Resource): NamesPart['hostname'] {
  const hostname = attributes.text('hostname');
  const isFromEngine =
    config === undefined && typeof hostname === 'string' && /^[0-9a-f]{12}$/.test(hostname);
  return isFromEngine ? undefined : hostname;
}

function readExtraHosts({ attributes, config }: Resource): NamesPart['extraHosts'] {
  const blocks = attributes.blocks('host');
  if (blocks === HIDDEN) return HIDDEN_LIST;
  const written = blockExpressions(config?.expressions ?? {}, 'host');
  return matchBlocks(blocks, written).map(({ values }) => ({
    host: values.text('host') ?? HIDDEN,
    address: values.text('ip') ?? HIDDEN,
  }));
}
