import { DataDockerNetwork } from '@cdktf/provider-docker/lib/data-docker-network';
import { Construct } from 'constructs';
import { expectText } from '../expect';
import type { Network as NetworkModel } from '../topology/network';
import type { DockerHost } from './docker-host';
import { checkHost, DockerStack } from './docker-stack';
import { checkProps, choice } from './props';
import { isToken } from './token';
import { TOPOLOGY_PART, type TopologyPart } from './topology-part';

/** What is known about a network that exists already. */
export interface ExistingNetworkProps {
  /**
   * The engine that has it.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * Driver of the network.
   *
   * @default - not known
   */
  readonly driver?: 'bridge' | 'macvlan' | 'ipvlan' | 'overlay';
}

/**
 * A Docker network that containers can join. Make one with `BridgeNetwork`, `MacvlanNetwork`,
 * `IpvlanNetwork` or `OverlayNetwork`; refer to one that exists with `Network.fromName`.
 */
export abstract class Network extends Construct {
  /**
   * A network that exists already and stays when the stack is destroyed. Terraform looks it up, and
   * the plan fails when it is not there.
   *
   * @param name name of the network, for instance `compose_default`
   * @throws ConfigError `PROP_TYPE`, `PROP_EMPTY`
   * @example
   * const legacy = Network.fromName(stack, 'legacy', 'compose_default');
   */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    props: ExistingNetworkProps = {},
  ): Network {
    return new ExistingNetwork(scope, id, name, props);
  }

  /** The engine that has the network. */
  readonly host: DockerHost;

  protected readonly stack: DockerStack;

  constructor(scope: Construct, id: string, host: DockerHost | undefined) {
    super(scope, id);
    this.stack = DockerStack.of(this);
    if (host !== undefined) checkHost(host, this.node.path);
    this.host = host ?? this.stack.host;
    this.stack.touch();
  }

  /** Docker's id of the network; a token, known at apply time. */
  abstract readonly id: string;

  /** Docker's name of the network; a token. */
  abstract readonly name: string;

  /** @internal */
  abstract [TOPOLOGY_PART](): TopologyPart;
}

class ExistingNetwork extends Network {
  readonly id: string;
  readonly name: string;

  private readonly model: NetworkModel;

  constructor(scope: Construct, id: string, name: string, props: ExistingNetworkProps) {
    super(scope, id, props.host);
    const at = this.node.path;
    expectText(name, at, 'name');
    const drivers = ['bridge', 'macvlan', 'ipvlan', 'overlay'];
    checkProps(props, { host: checkHost, driver: choice(drivers) }, at);
    const data = new DataDockerNetwork(this, 'Resource', {
      name,
      provider: this.stack.providerFor(this.host),
    });
    this.id = data.id;
    this.name = data.name;
    this.model = {
      id: at,
      host: this.host.name,
      stack: this.stack.node.id,
      ...(isToken(name) ? {} : { name }),
      ...(props.driver === undefined ? {} : { driver: props.driver }),
      subnets: [],
      internal: false,
      attachable: false,
      ingress: false,
      ipv6: false,
      ipamOptions: {},
      options: {},
      labels: {},
      external: true,
      unknown: isToken(name) ? ['name', 'subnets'] : ['subnets'],
    };
  }

  override [TOPOLOGY_PART](): TopologyPart {
    return { networks: [this.model] };
  }
}
