import type { Construct } from 'constructs';
import { DeclaredNetwork, NETWORK_PROPS, type NetworkProps } from './declared-network';
import { choice, interfaceName } from './props';

/** Addresses on the LAN itself, all with the parent's MAC address. */
export interface IpvlanNetworkProps extends NetworkProps {
  /**
   * Interface of the host on the LAN: `eth0`, or `eth0.50` for a VLAN that Docker then makes.
   *
   * @default - a dummy interface: the containers reach nothing but each other
   */
  readonly parent?: string;

  /**
   * `l2`: neighbours on the LAN; `l3` and `l3s`: routed by the host, `l3s` through its firewall.
   *
   * @default 'l2'
   */
  readonly mode?: 'l2' | 'l3' | 'l3s';

  /**
   * Who hears whom on the parent.
   *
   * @default 'bridge'
   */
  readonly flag?: 'bridge' | 'private' | 'vepa';
}

/**
 * An ipvlan network: like macvlan, where the switch or the wireless interface allows one MAC address
 * only. The host itself cannot reach the containers; ports are not published.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @see https://docs.docker.com/engine/network/drivers/ipvlan/
 * @example
 * ```ts
 * const lan = new IpvlanNetwork(stack, 'lan', {
 *   parent: 'eth0',
 *   mode: 'l2',
 *   subnets: [{ cidr: '192.168.1.0/24', gateway: '192.168.1.1' }],
 * });
 * ```
 */
export class IpvlanNetwork extends DeclaredNetwork<IpvlanNetworkProps> {
  constructor(scope: Construct, id: string, props: IpvlanNetworkProps = {}) {
    super(scope, id, props, {
      driver: 'ipvlan',
      table: {
        ...NETWORK_PROPS,
        parent: interfaceName,
        mode: choice(['l2', 'l3', 'l3s']),
        flag: choice(['bridge', 'private', 'vepa']),
      },
      options: ({ parent, mode, flag }) => ({
        parent,
        ipvlan_mode: mode,
        ipvlan_flag: flag,
      }),
    });
  }
}
