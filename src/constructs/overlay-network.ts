import type { Construct } from 'constructs';
import { unlessEmpty } from '../defined';
import { DeclaredNetwork, NETWORK_PROPS, type NetworkProps } from './declared-network';
import { flag, integer, listOf } from './props';
import { watchOptions } from './watched-options';

/** A network over all hosts of a swarm. */
export interface OverlayNetworkProps extends NetworkProps {
  /**
   * Whether containers outside swarm services may join; not with `ingress`.
   *
   * @default - true, but for `ingress`
   */
  readonly attachable?: boolean;

  /**
   * Whether it is the swarm's routing mesh; a swarm has one.
   *
   * @default false
   */
  readonly ingress?: boolean;

  /**
   * Whether packets between hosts are encrypted (IPsec).
   *
   * @default false
   */
  readonly encrypted?: boolean;

  /**
   * VXLAN network identifiers to use, 256 to 16777215.
   *
   * @default - the swarm picks them
   */
  readonly vxlanIds?: readonly number[];

  /**
   * Largest packet, in bytes; VXLAN takes 50 bytes of the underlying network's.
   *
   * @default 1450
   */
  readonly mtuBytes?: number;
}

/**
 * An overlay network. Its host must be a manager of a swarm.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @see https://docs.docker.com/engine/network/drivers/overlay/
 * @example
 * ```ts
 * const mesh = new OverlayNetwork(stack, 'mesh', { subnets: [{ cidr: '10.20.0.0/24' }] });
 * ```
 */
export class OverlayNetwork extends DeclaredNetwork<OverlayNetworkProps> {
  constructor(scope: Construct, id: string, props: OverlayNetworkProps = {}) {
    super(scope, id, props, {
      driver: 'overlay',
      table: {
        ...NETWORK_PROPS,
        attachable: flag,
        ingress: flag,
        encrypted: flag,
        vxlanIds: listOf(integer({ min: 256, max: 16777215 })),
        mtuBytes: integer({ min: 68, max: 65535 }),
      },
      options: overlayOptions,
      swarm: ({ ingress = false, attachable = !ingress }) => ({ attachable, ingress }),
    });
    watchOptions(this.resource);
  }
}

function overlayOptions(props: OverlayNetworkProps): Record<string, string | undefined> {
  const { encrypted, vxlanIds, mtuBytes } = props;
  return {
    // The engine looks at the key alone; any value would switch it on.
    encrypted: encrypted === true ? '' : undefined,
    'com.docker.network.driver.overlay.vxlanid_list': unlessEmpty(vxlanIds ?? [])?.join(','),
    'com.docker.network.driver.mtu': mtuBytes === undefined ? undefined : String(mtuBytes),
  };
}
