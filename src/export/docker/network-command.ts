import type { Network, Subnet } from '../../topology/network';
import type { Volume } from '../../topology/volume';
import { option, options, pairs, type DockerCommand } from './words';

/** `docker network create`. */
export function networkCommand(network: Network): DockerCommand {
  const { driver, subnets, internal, attachable, ingress, ipv6 } = network;
  return [
    ...['docker', 'network', 'create'],
    ...option('--driver', driver),
    ...(internal ? ['--internal'] : []),
    ...(attachable ? ['--attachable'] : []),
    ...(ingress ? ['--ingress'] : []),
    ...(ipv6 ? ['--ipv6'] : []),
    ...subnets.flatMap(subnetOptions),
    ...option('--ipam-driver', network.ipamDriver),
    ...pairs('--ipam-opt', network.ipamOptions),
    ...pairs('--opt', network.options),
    ...pairs('--label', network.labels),
    network.name ?? network.id,
  ];
}

function subnetOptions({ cidr, gateway, ipRange, auxAddresses }: Subnet): string[] {
  return [
    ...option('--subnet', cidr),
    ...option('--gateway', gateway),
    ...option('--ip-range', ipRange),
    ...pairs('--aux-address', auxAddresses),
  ];
}

/** `docker volume create`. */
export function volumeCommand({ name, id, driver, driverOptions, labels }: Volume): DockerCommand {
  return [
    ...['docker', 'volume', 'create'],
    ...option('--driver', driver),
    ...pairs('--opt', driverOptions),
    ...options(
      '--label',
      Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ),
    name ?? id,
  ];
}
