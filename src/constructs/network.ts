import { DataDockerNetwork } from '@cdktf/provider-docker/lib/data-docker-network';
import { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectRecord, expectText } from '../expect';
import type { Family } from '../ip/address';
import type { Network as NetworkModel } from '../topology/network';
import type { DockerHost } from './docker-host';
import { checkHost, DockerStack } from './docker-stack';
import { checkProps, choice } from './props';
import { isToken, literal } from './token';
import { TOPOLOGY_PART, type TopologyPart } from './topology-part';
import { noteSource } from './source-trace';

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
   * @param name - name of the network, for instance `compose_default`
   * @throws ConfigError `NAME_MALFORMED`, `PROP_TYPE`, `PROP_EMPTY`, `PROP_CHOICE`
   * @example
   * ```ts
   * const legacy = Network.fromName(stack, 'legacy', 'compose_default');
   * ```
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

  /** The stack that the network is declared in. */
  protected readonly stack: DockerStack;

  constructor(scope: Construct, id: string, props: { readonly host?: DockerHost }) {
    super(scope, id);
    noteSource(this);
    this.stack = DockerStack.of(this);
    expectRecord(props, this.node.path, 'props');
    if (props.host !== undefined) checkHost(props.host, this.node.path);
    this.host = props.host ?? this.stack.host;
    this.stack.touch();
  }

  /** Docker's id of the network; a token, known at apply time. */
  abstract readonly id: string;

  /** Docker's name of the network; a token. */
  abstract readonly name: string;

  /**
   * IP versions in which an address plan finds the network's block, and addresses for its containers.
   *
   * @internal
   */
  readonly plannedFamilies: readonly Family[] = [];

  /** @internal */
  abstract [TOPOLOGY_PART](): TopologyPart;
}

/** The engine makes these itself; there is one of each. */
const PREDEFINED: readonly string[] = ['bridge', 'host', 'none', 'default'];

/**
 * Refuses the names of the engine's own networks.
 *
 * @throws ConfigError `NAME_MALFORMED`, `PROP_TYPE`, `PROP_EMPTY`
 */
export function checkNetworkName(name: unknown, at: string): void {
  expectText(name, at, 'name');
  if (!PREDEFINED.includes(name)) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `network name '${name}' is one of the engine's own networks`,
    fix: 'choose another name, or use NetworkMode.bridge, .host or .none',
  });
}

class ExistingNetwork extends Network {
  readonly id: string;
  readonly name: string;

  private readonly model: NetworkModel;

  constructor(scope: Construct, id: string, name: string, props: ExistingNetworkProps) {
    super(scope, id, props);
    const at = this.node.path;
    checkNetworkName(name, at);
    const drivers = ['bridge', 'macvlan', 'ipvlan', 'overlay'];
    checkProps(props, { host: checkHost, driver: choice(drivers) }, at);
    const data = new DataDockerNetwork(this, 'Resource', {
      name: literal(name),
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
