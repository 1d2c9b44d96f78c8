import type { Construct } from 'constructs';
import { unlessEmpty } from '../defined';
import { DeclaredNetwork, NETWORK_PROPS, type NetworkProps } from './declared-network';
import { addressIn, choice, flag, integer, interfaceName, listOf } from './props';

/** How packets pass between a bridge and the world outside its host (engine 28 or later). */
export type GatewayMode = 'nat' | 'nat-unprotected' | 'routed' | 'isolated';

/** A bridge on one host: the usual network. */
export interface BridgeNetworkProps extends NetworkProps {
  /**
   * Name of the Linux bridge, at most 15 bytes.
   *
   * @default - `br-` and the first twelve digits of the network's id
   */
  readonly bridgeName?: string;

  /**
   * Whether containers of the network reach each other (`enable_icc`).
   *
   * @default true
   */
  readonly icc?: boolean;

  /**
   * Whether outgoing packets get the host's address (`enable_ip_masquerade`).
   *
   * @default true
   */
  readonly masquerade?: boolean;

  /**
   * Largest packet, in bytes; the daemon's own `mtu` does not reach networks like this one.
   *
   * @default - 1500, or the daemon's `default-network-opts`
   */
  readonly mtuBytes?: number;

  /**
   * Host IPv4 address that ports are published on when a container names none (`host_binding_ipv4`).
   *
   * @default - every address
   */
  readonly hostBinding?: string;

  /**
   * Host address that outgoing IPv4 packets get instead of the outgoing interface's own.
   *
   * @default - the address of the interface they leave through
   */
  readonly hostIpv4?: string;

  /**
   * Host address that outgoing IPv6 packets get instead of the outgoing interface's own.
   *
   * @default - the address of the interface they leave through
   */
  readonly hostIpv6?: string;

  /**
   * How IPv4 packets pass; engines before 28 ignore it.
   *
   * @default 'nat'
   */
  readonly gatewayMode?: GatewayMode;

  /**
   * How IPv6 packets pass; engines before 28 ignore it.
   *
   * @default 'nat'
   */
  readonly gatewayModeIpv6?: GatewayMode;

  /**
   * Host interfaces whose packets may reach the containers' own addresses; engine 28 or later.
   *
   * @default - none
   */
  readonly trustedHostInterfaces?: readonly string[];

  /**
   * First letters of the interface names inside the containers: `eth` makes `eth0`, `eth1`.
   *
   * @default 'eth'
   */
  readonly interfacePrefix?: string;

  /**
   * Whether the host has no address of its own on the bridge (`inhibit_ipv4`).
   *
   * @default false
   */
  readonly inhibitIpv4?: boolean;

  /**
   * Whether containers have IPv4 addresses; switching it off needs engine 28.
   *
   * @default true
   */
  readonly ipv4?: boolean;
}

const gatewayMode = choice(['nat', 'nat-unprotected', 'routed', 'isolated']);

/**
 * A bridge network: containers in it reach each other by name and address, and the world through
 * their host.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @see https://docs.docker.com/engine/network/drivers/bridge/
 * @example
 * ```ts
 * const back = new BridgeNetwork(stack, 'back', {
 *   subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
 *   internal: true,
 * });
 * ```
 */
export class BridgeNetwork extends DeclaredNetwork<BridgeNetworkProps> {
  constructor(scope: Construct, id: string, props: BridgeNetworkProps = {}) {
    super(scope, id, props, {
      driver: 'bridge',
      table: {
        ...NETWORK_PROPS,
        bridgeName: interfaceName,
        icc: flag,
        masquerade: flag,
        mtuBytes: integer({ min: 68, max: 65535 }),
        hostBinding: addressIn(4),
        hostIpv4: addressIn(4),
        hostIpv6: addressIn(6),
        gatewayMode,
        gatewayModeIpv6: gatewayMode,
        trustedHostInterfaces: listOf(interfaceName),
        interfacePrefix: interfaceName,
        inhibitIpv4: flag,
        ipv4: flag,
      },
      options: bridgeOptions,
    });
  }
}

/** @see https://docs.docker.com/engine/network/drivers/bridge/#options */
function bridgeOptions(props: BridgeNetworkProps): Record<string, string | undefined> {
  return {
    'com.docker.network.bridge.name': props.bridgeName,
    'com.docker.network.bridge.enable_icc': textOf(props.icc),
    'com.docker.network.bridge.enable_ip_masquerade': textOf(props.masquerade),
    'com.docker.network.bridge.host_binding_ipv4': props.hostBinding,
    'com.docker.network.host_ipv4': props.hostIpv4,
    'com.docker.network.host_ipv6': props.hostIpv6,
    'com.docker.network.bridge.gateway_mode_ipv4': props.gatewayMode,
    'com.docker.network.bridge.gateway_mode_ipv6': props.gatewayModeIpv6,
    'com.docker.network.bridge.trusted_host_interfaces': unlessEmpty(
      props.trustedHostInterfaces ?? [],
    )?.join(':'),
    'com.docker.network.bridge.inhibit_ipv4': textOf(props.inhibitIpv4),
    'com.docker.network.container_iface_prefix': props.interfacePrefix,
    'com.docker.network.driver.mtu': textOf(props.mtuBytes),
    'com.docker.network.enable_ipv4': textOf(props.ipv4),
  };
}

function textOf(value: boolean | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
