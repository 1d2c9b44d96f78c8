import { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { show } from '../expect';
import type { IContainer } from './container/container-reference';

/**
 * Where a container's network comes from when it is not in user networks: `docker run --network`.
 */
export class NetworkMode {
  /**
   * The engine's default bridge: addresses, but no names. It may be one of several networks.
   *
   * @see https://docs.docker.com/engine/network/drivers/bridge/#use-the-default-bridge-network
   */
  static get bridge(): DefaultBridge {
    return DEFAULT_BRIDGE;
  }

  /** The host's own network: its addresses, its ports; nothing is published. */
  static get host(): NetworkMode {
    return HOST;
  }

  /** No network but loopback. */
  static get none(): NetworkMode {
    return NONE;
  }

  /**
   * The network of another container: one address, one set of ports, one loopback for both.
   *
   * @param container - the container whose network is shared
   */
  static container(container: IContainer): NetworkMode {
    const given: unknown = container;
    if (!Construct.isConstruct(given) || !('id' in given)) {
      throw new ConfigError('PROP_TYPE', {
        at: 'NetworkMode.container',
        problem: `the container is ${show(given)}`,
        fix: 'write a Container, or Container.fromName(...) for one that exists already',
      });
    }
    return new NetworkMode('container', container);
  }

  /** @internal */
  constructor(
    /** Which of the four. */
    readonly kind: 'bridge' | 'host' | 'none' | 'container',
    /** The container whose network is shared; only of `NetworkMode.container`. */
    readonly container?: IContainer,
  ) {}
}

/** The engine's default bridge, which a container may also be in beside user networks. */
export class DefaultBridge extends NetworkMode {
  /** @internal */
  constructor() {
    super('bridge');
  }
}

const DEFAULT_BRIDGE = new DefaultBridge();
const HOST = new NetworkMode('host');
const NONE = new NetworkMode('none');
