import { Fn, propertyAccess, Token } from 'cdktf';
import type { PublishedPort } from '../../notation/publish';
import type { Network } from '../network';
import { DefaultBridge } from '../network-mode';
import type { ContainerResource } from './container-resource';

/**
 * An address of the container in the network; empty while the container is stopped. The provider
 * lists the networks in no fixed order, so the one is selected by its name.
 */
export function addressToken(
  resource: ContainerResource,
  field: 'ip_address' | 'global_ipv6_address',
  network: Network | DefaultBridge,
): string {
  const name = network instanceof DefaultBridge ? 'bridge' : network.name;
  const names = column(resource, 'network_data', 'network_name');
  const addresses = column(resource, 'network_data', field);
  return Token.asString(valueOr(Fn.zipmap(names, addresses), name, ''));
}

/**
 * The host port that Docker picked for a container port; 0 while the container is stopped. Where it
 * publishes on both families the port is the one of IPv4: older engines pick another one for IPv6.
 */
export function hostPortToken(
  resource: ContainerResource,
  { containerPort, protocol, hostIp = '0.0.0.0' }: Omit<PublishedPort, 'hostPort'>,
): number {
  const [ports, protocols, addresses, external] = ['internal', 'protocol', 'ip', 'external'].map(
    (field) => column(resource, 'ports', field),
  );
  // cdktf declares what its functions give as any.
  const keys = Fn.formatlist('%d/%s', [ports, protocols]) as string[];
  const keysByAddress = Fn.formatlist('%d/%s %s', [ports, protocols, addresses]) as string[];
  const key = `${String(containerPort)}/${protocol}`;
  return Token.asNumber(
    Fn.try([
      propertyAccess(Fn.zipmap(keysByAddress, external) as object, [`${key} ${hostIp}`]),
      valueOr(Fn.zipmap(keys, external), key, 0),
    ]),
  );
}

function column(resource: ContainerResource, block: string, field: string): string[] {
  return Token.asList(resource.interpolationForAttribute(`${block}.*.${field}`));
}

/** cdktf's `Fn.lookup` takes an empty default for none. */
function valueOr(map: unknown, key: string, fallback: string | number): unknown {
  return Fn.try([propertyAccess(map, [key]), fallback]);
}
