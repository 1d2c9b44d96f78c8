import { stringify } from 'yaml';
import { isDefaultBridge, type Network, type Subnet } from '../../topology/network';
import type { Topology } from '../../topology/topology';
import type { Volume } from '../../topology/volume';
import { withoutEmpty, type Block } from './block';
import { keyOf } from './key';
import { serviceName, serviceOf } from './service';

/**
 * What the topology says on one host, as a Compose file. Secret variables are named without a value, so that
 * Compose takes them from its own environment; `exportNotices` tells what has no word in the file.
 */
export function renderCompose(topology: Topology, host: string): string {
  const isHere = (entity: { readonly host: string }): boolean => entity.host === host;
  const containers = topology.containers.filter((one) => isHere(one) && !one.external);
  const networks = topology.networks.filter((one) => isHere(one) && !isDefaultBridge(one));
  const document = withoutEmpty({
    services: Object.fromEntries(
      containers.map((one) => [serviceName(one.id, topology), serviceOf(one, topology)]),
    ),
    networks: Object.fromEntries(
      networks.map((one) => [keyOf(one.id, topology.networks), networkOf(one)]),
    ),
    volumes: Object.fromEntries(
      topology.volumes
        .filter(isHere)
        .map((one) => [keyOf(one.id, topology.volumes), volumeOf(one)]),
    ),
  });
  return stringify(document, { lineWidth: 0 });
}

function networkOf(network: Network): Block {
  const { name, external, driver, internal, attachable, ipv6, subnets, ipamDriver } = network;
  if (external) return withoutEmpty({ name, external });
  return withoutEmpty({
    name,
    driver,
    internal,
    attachable,
    enable_ipv6: ipv6,
    driver_opts: network.options,
    labels: network.labels,
    ipam: withoutEmpty({
      driver: ipamDriver,
      config: subnets.map(subnetOf),
      options: network.ipamOptions,
    }),
  });
}

function subnetOf({ cidr, gateway, ipRange, auxAddresses }: Subnet): Block {
  return withoutEmpty({ subnet: cidr, gateway, ip_range: ipRange, aux_addresses: auxAddresses });
}

function volumeOf({ name, external, driver, driverOptions, labels }: Volume): Block {
  if (external) return withoutEmpty({ name, external });
  return withoutEmpty({ name, driver, driver_opts: driverOptions, labels });
}
