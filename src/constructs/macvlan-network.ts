import type { Construct } from 'constructs';
import { DeclaredNetwork, NETWORK_PROPS, type NetworkProps } from './declared-network';
import { choice, interfaceName } from './props';

/** Addresses on the LAN itself, each container with a MAC address of its own. */
export interface MacvlanNetworkProps extends NetworkProps {
  /**
   * Interface of the host on the LAN: `eth0`, or `eth0.50` for a VLAN that Docker then makes.
   *
   * @default - a dummy interface: the containers reach nothing but each other
   */
  readonly parent?: string;

  /**
   * Who hears whom on the parent.
   *
   * @default 'bridge'
   */
  readonly mode?: 'bridge' | 'vepa' | 'private' | 'passthru';
}

/**
 * A macvlan network: containers are neighbours on the LAN. The host itself cannot reach them, and
 * they cannot reach the host; one network per parent interface; ports are not published.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @see https://docs.docker.com/engine/network/drivers/macvlan/
 * @example
 * ```ts
 * const lan = new MacvlanNetwork(stack, 'lan', {
 *   parent: 'eth0',
 *   subnets: [{ cidr: '192.168.1.0/24', gateway: '192.168.1.1', ipRange: '192.168.1.192/27' }],
 * });
 * ```
 */
export class MacvlanNetwork extends DeclaredNetwork<MacvlanNetworkProps> {
  constructor(scope: Construct, id: string, props: MacvlanNetworkProps = {}) {
    super(scope, id, props, {
      driver: 'macvlan',
      table: {
        ...NETWORK_PROPS,
        parent: interfaceName,
        mode: choice(['bridge', 'vepa', 'private', 'passthru']),
      },
      options: ({ parent, mode }) => ({
        parent,
        macvlan_mode: mode,
      }),
    });
  }
}
