import { dependable } from 'cdktf';
import { Construct } from 'constructs';
import { ConfigError } from '../../errors';
import { expectChoice, expectRecord, expectText, show } from '../../expect';
import { checkAlias } from '../../notation/names';
import type { Protocol } from '../../notation/publish';
import type { Dependency, Link } from '../../topology/container';
import { defaultBridgeModel } from '../../topology/default-bridge';
import { ADDRESS_PART, type AddressPart } from '../address-part';
import { adopt } from '../adopt';
import { BridgeNetwork } from '../bridge-network';
import type { DockerHost } from '../docker-host';
import { DockerStack } from '../docker-stack';
import type { Network } from '../network';
import { DefaultBridge, NetworkMode } from '../network-mode';
import { subnetsForTwo } from '../planned-subnets';
import { pathInStack } from '../object-name';
import { noteSource } from '../source-trace';
import { isToken } from '../token';
import { TOPOLOGY_PART, type TopologyPart } from '../topology-part';
import { holdsToken, withoutTokens } from '../without-tokens';
import {
  attachmentBlock,
  attachmentModel,
  bareAttachment,
  expectNetwork,
  isBare,
  parseAttachment,
  parseAttachments,
} from './attachments';
import { completeModel, type ModelParts } from './complete-model';
import type { AttachmentOptions, ContainerProps } from './container-props';
import { checkPort, ContainerPort, notPublished } from './container-port';
import { CONTAINER_SYMBOL, type IContainer } from './container-reference';
import { ContainerResource } from './container-resource';
import { ExistingContainer } from './existing-container';
import type { DraftModel } from './draft';
import { refuseExisting } from './link-target';
import { addressToken, hostPortToken } from './outputs';
import { membershipOf } from './planned-addresses';
import type { ParsedAttachment } from './parsed-attachment';
import { readProps } from './read-props';

/** When a container may start, seen from the one it needs. */
export type DependencyCondition = 'started' | 'healthy' | 'completed';

/**
 * A container. Its Docker name is its construct path with dashes, and its construct id is a name of
 * it in every user network it is in.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const web = new Container(stack, 'web', {
 *   image: 'nginx:1.27',
 *   networks: [{ network: front, ipv4: '172.27.0.10', aliases: ['www'] }],
 *   publish: ['127.0.0.1:8080:80'],
 * });
 * ```
 */
export class Container extends Construct implements IContainer {
  /**
   * A container that exists already and stays when the stack is destroyed, for
   * `NetworkMode.container`.
   *
   * @throws ConfigError `NAME_MALFORMED`
   */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    props: { readonly host?: DockerHost } = {},
  ): IContainer {
    return new ExistingContainer(scope, id, name, props);
  }

  /** @internal */
  readonly [CONTAINER_SYMBOL] = true;

  /** The engine that runs the container. */
  readonly host: DockerHost;

  /** The Terraform resource: for overrides, Aspects and whatever has no property here. */
  readonly resource: ContainerResource;

  private readonly stack: DockerStack;
  private readonly model: DraftModel;
  private readonly mode: NetworkMode | undefined;
  private links: readonly Link[] = NONE;
  private dependencies: readonly Dependency[] = NONE;
  private attachments: readonly ParsedAttachment[];

  constructor(scope: Construct, id: string, props: ContainerProps) {
    super(scope, id);
    noteSource(this);
    this.stack = DockerStack.of(this);
    const { model, config } = readProps(this, this.stack, props);
    this.host = props.host ?? this.stack.host;
    this.model = model;
    this.mode = props.networkMode;
    this.attachments = this.firstAttachments(props);
    config.networkMode = this.dockerMode();
    const blocks = this.networkBlocks();
    if (blocks.length > 0) config.networksAdvanced = blocks;
    const ignored = this.ignoredMode();
    if (ignored.length > 0) config.ignored = [...(config.ignored ?? NONE), ...ignored];
    config.provider = this.stack.providerOption(this.host);
    this.resource = ContainerResource.create(this, 'Resource', config);
    if (props.adopt !== undefined) {
      adopt(this.resource, props.adopt, this.stack.providerOption(this.host));
    }
    this.stack.touch();
  }

  /** Docker's id of the container; a token, known at apply time. */
  get id(): string {
    return this.resource.id;
  }

  /** Docker's name of the container; a token. */
  get name(): string {
    return this.resource.name;
  }

  /**
   * Joins the container to one more network, as `docker network connect` does; a container that named
   * no networks stays on the default bridge, too. To leave again, take the call away.
   *
   * @throws ConfigError as for `networks`
   */
  connect(network: Network | DefaultBridge, options: AttachmentOptions = {}): void {
    const { id, path: at } = this.node;
    expectRecord(options, at, 'options');
    this.attach(parseAttachment({ ...options, network }, { id, at, stack: this.stack }));
  }

  /**
   * Makes another container known to this one by further names, as `--link other:name` did. Docker
   * keeps `--link` as a legacy feature and the provider dropped it, so this is an emulation: an
   * internal network for just these two, in which the other container has the names. Unlike `--link`
   * it survives the other container's re-creation, opens all its ports instead of the exposed ones,
   * sets no environment variables, and lets the other container resolve this one's own name.
   *
   * @param other - the container to be known
   * @param names - further names; its own name and construct id always work
   * @throws ConfigError `NAME_MALFORMED`, `LINK_TARGET_UNMANAGED`, `PROP_TYPE`
   * @example
   * ```ts
   * wordpress.link(db, 'mysql', 'db002');
   * ```
   */
  link(other: Container, ...names: string[]): void {
    const at = this.node.path;
    refuseExisting(other, at);
    expectContainer(other, at, 'what it links');
    for (const name of names) {
      expectText(name, at, 'a name of a link');
      if (!isToken(name)) checkAlias(name, at);
    }
    const id = other.node.path;
    const before = this.links.find(({ container }) => container === id)?.aliases ?? [];
    const aliases = [...new Set([...before, ...names])];
    const network = this.linkNetwork(other);
    other.connectLink(network, aliases);
    const others = this.links.filter(({ container }) => container !== id);
    this.links = [...others, { container: id, aliases }];
    this.stack.touch();
  }

  /**
   * Makes Terraform create this container after another one, and destroy it before.
   *
   * @param condition - `started`, or `healthy` (waits for its healthcheck), or `completed` (a `OneShot`)
   * @throws ConfigError `NOT_A_ONE_SHOT`
   */
  dependsOn(other: Container, condition: DependencyCondition = 'started'): void {
    expectContainer(other, this.node.path, 'what it depends on');
    expectChoice(condition, this.node.path, 'condition', CONDITIONS);
    if (condition === 'completed' && !other.runsToCompletion) {
      throw new ConfigError('NOT_A_ONE_SHOT', {
        at: this.node.path,
        problem: `it waits for ${other.node.path} to complete, which is a Container and stays up`,
        fix: "make that one a OneShot, or wait for 'healthy'",
      });
    }
    if (condition === 'healthy' && other.resource.waitInput === undefined)
      other.resource.wait = true;
    this.waitFor(other);
    this.dependencies = [...this.dependencies, { container: other.node.path, condition }];
    this.stack.touch();
  }

  /**
   * The container's IPv4 address in a network; a token, known at apply time.
   *
   * @throws ConfigError `NO_SUCH_ATTACHMENT`
   */
  ipv4(network: Network | DefaultBridge): string {
    this.checkAttached(network);
    return addressToken(this.resource, 'ip_address', network);
  }

  /**
   * The container's IPv6 address in a network; a token, known at apply time.
   *
   * @throws ConfigError `NO_SUCH_ATTACHMENT`
   */
  ipv6(network: Network | DefaultBridge): string {
    this.checkAttached(network);
    return addressToken(this.resource, 'global_ipv6_address', network);
  }

  /**
   * The port of the host that a container port is published on: the number as written, or a token
   * when Docker picks it.
   *
   * @throws ConfigError `NO_SUCH_PORT`
   */
  hostPort(containerPort: number, protocol: Protocol = 'tcp'): number {
    const at = this.node.path;
    checkPort(containerPort, protocol, at);
    const { publish = [], publishAll = false } = this.model;
    const published = publish.find(
      (port) => port.containerPort === containerPort && port.protocol === protocol,
    );
    if (published === undefined && !publishAll) throw notPublished(containerPort, protocol, at);
    return (
      published?.hostPort ?? hostPortToken(this.resource, published ?? { containerPort, protocol })
    );
  }

  /**
   * A port that the container answers on, for intents: the port inside, not one of the host.
   *
   * @throws ConfigError `PROP_TYPE`, `PROP_RANGE`, `PROP_CHOICE`
   * @example
   * ```ts
   * stack.intents.reaches(web, db.port(3306));
   * ```
   */
  port(number: number, protocol: Protocol = 'tcp'): ContainerPort {
    checkPort(number, protocol, this.node.path);
    return new ContainerPort(this, number, protocol);
  }

  /** A reference means nothing in another stack; there the stacks as a whole are put in order. */
  private waitFor(other: Container): void {
    if (other.stack !== this.stack) this.stack.addDependency(other.stack);
    else this.resource.dependsOn = [...(this.resource.dependsOn ?? []), dependable(other.resource)];
  }

  /** @internal */
  [ADDRESS_PART](): AddressPart {
    return { memberships: this.attachments.flatMap(membershipOf) };
  }

  /** @internal */
  [TOPOLOGY_PART](): TopologyPart {
    const { mode, attachments, host } = this;
    const kind = mode?.kind ?? 'bridge';
    const parts: ModelParts = {
      mode: kind === 'bridge' ? 'networks' : kind,
      ...(mode?.container === undefined ? {} : { modeContainer: mode.container.node.path }),
      attachments: attachments.map((attachment) => attachmentModel(attachment, this)),
      links: this.links,
      dependsOn: this.dependencies,
      oneShot: this.runsToCompletion,
    };
    const model = completeModel(this.model, parts);
    const hasTokens = holdsToken(this.model) || holdsToken(parts.attachments);
    const onBridge = attachments.some(({ network }) => network instanceof DefaultBridge);
    return {
      containers: [hasTokens ? withoutTokens(model) : model],
      ...(onBridge ? { networks: [defaultBridgeModel(host.name)] } : {}),
    };
  }

  /** Whether it ends by itself; true of a OneShot. */
  protected readonly runsToCompletion: boolean = false;

  private firstAttachments(props: ContainerProps): readonly ParsedAttachment[] {
    const { id, path: at } = this.node;
    const named = parseAttachments(props.networks, { id, at, stack: this.stack });
    const isNamed = named.some(({ network }) => network instanceof DefaultBridge);
    const wantsBridge = props.networks === undefined || this.mode?.kind === 'bridge';
    if (isNamed || !wantsBridge || (this.mode ?? NetworkMode.bridge).kind !== 'bridge')
      return named;
    return [bareAttachment(NetworkMode.bridge), ...named];
  }

  private attach(attachment: ParsedAttachment): void {
    this.attachments = [...this.attachments, attachment];
    this.writeNetworks();
  }

  private writeNetworks(): void {
    this.resource.putNetworksAdvanced(this.networkBlocks());
    this.stack.touch();
  }

  private dockerMode(): string {
    const { mode } = this;
    return mode?.container === undefined
      ? (mode?.kind ?? 'bridge')
      : `container:${mode.container.id}`;
  }

  /** None for a container that is only where the engine puts it by itself. */
  private networkBlocks(): ReturnType<typeof attachmentBlock>[] {
    const [first, second] = this.attachments;
    const isWhereItStarts = second === undefined && first?.network instanceof DefaultBridge;
    if (isWhereItStarts && isBare(first)) return [];
    return this.attachments.map((attachment) => attachmentBlock(attachment, this));
  }

  /** Docker turns the name into an id, for which the provider would replace the container. */
  private ignoredMode(): readonly string[] {
    return this.mode?.container instanceof ExistingContainer ? ['network_mode'] : NONE;
  }

  private linkNetwork(other: Container): Network {
    const target = other.node.path.replaceAll('/', '-');
    const known = this.node.tryFindChild(`Link-${target}`);
    if (known instanceof BridgeNetwork) return known;
    const name = `${this.node.path.replaceAll('/', '-')}-link-${pathInStack(other, other.stack)}`;
    const props = { name, internal: true, host: this.host, ...subnetsForTwo(this) };
    const network = new BridgeNetwork(this, `Link-${target}`, props);
    this.attach(bareAttachment(network));
    return network;
  }

  private connectLink(network: Network, names: readonly string[]): void {
    const { id, path: at } = this.node;
    const attachment = parseAttachment({ network, aliases: names }, { id, at, stack: this.stack });
    const others = this.attachments.filter((known) => known.network !== network);
    this.attachments = [...others, attachment];
    this.writeNetworks();
  }

  private checkAttached(network: Network | DefaultBridge): void {
    expectNetwork(network, this.node.path);
    if (this.attachments.some((attachment) => attachment.network === network)) return;
    throw new ConfigError('NO_SUCH_ATTACHMENT', {
      at: this.node.path,
      problem: `it is not in ${network instanceof DefaultBridge ? 'the default bridge' : network.node.path}`,
      fix: 'add the network to networks, or connect it',
    });
  }
}

const NONE: readonly never[] = [];

const CONDITIONS: readonly DependencyCondition[] = ['started', 'healthy', 'completed'];

function expectContainer(value: unknown, at: string, what: string): asserts value is Container {
  if (value instanceof Container) return;
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: 'write a Container of this app',
  });
}
