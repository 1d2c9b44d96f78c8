import type { Network, Subnet } from '../../topology/network';
import type { Volume } from '../../topology/volume';
import { blockExpressions } from './configuration';
import type { Entry } from './directory';
import { readFlags } from './flags';
import { readLabels } from './labels';
import { HIDDEN, HIDDEN_LIST, unmask, type Masked } from './masked';
import { matchBlocks } from './match-blocks';
import type { Resource } from './resources';

/**
 * A `docker_network`, or the data source of one that exists already.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readNetwork({ resource, id, host, stack }: Entry): Network {
  const { attributes, isData } = resource;
  const ipamDriver = attributes.text('ipam_driver');
  const flags = readFlags(attributes, {
    internal: 'internal',
    attachable: 'attachable',
    ingress: 'ingress',
    ipv6: 'ipv6',
  });
  const model: Masked<Network> = {
    id,
    name: attributes.text('name'),
    host,
    stack,
    driver: attributes.text('driver') ?? (isData ? undefined : 'bridge'),
    subnets: readSubnets(resource),
    ...flags.values,
    ipamDriver: ipamDriver === 'default' ? undefined : ipamDriver,
    ipamOptions: attributes.map('ipam_options'),
    options: attributes.map('options'),
    labels: readLabels(attributes),
    external: isData,
    unknown: flags.unknown,
  };
  return unmask<Network>(model);
}

function readSubnets({ attributes, config }: Resource): Masked<readonly Subnet[]> {
  const blocks = attributes.blocks('ipam_config');
  if (blocks === HIDDEN) return HIDDEN_LIST;
  const written = blockExpressions(config?.expressions ?? {}, 'ipam_config');
  return matchBlocks(blocks, written).map(({ values }) => ({
    cidr: values.text('subnet'),
    gateway: values.text('gateway'),
    ipRange: values.text('ip_range'),
    auxAddresses: values.map('aux_address'),
  }));
}

/**
 * A `docker_volume`. Whether Terraform protects it is not in a plan.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readVolume({ resource, id, host, stack }: Entry): Volume {
  const { attributes, isData } = resource;
  const model: Masked<Volume> = {
    id,
    name: attributes.text('name'),
    host,
    stack,
    driver: attributes.text('driver'),
    driverOptions: attributes.map('driver_opts'),
    labels: readLabels(attributes),
    protected: false,
    external: isData,
    unknown: [],
  };
  return unmask<Volume>(model);
}
