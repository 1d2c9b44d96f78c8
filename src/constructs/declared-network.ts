import type { Construct } from 'constructs';
import { defined, unlessEmpty } from '../defined';
import { ConfigError } from '../errors';
import { expectList } from '../expect';
import type { Family } from '../ip/address';
import type { Network as NetworkModel, Subnet } from '../topology/network';
import { ADDRESS_PART, type AddressPart } from './address-part';
import { adopt, checkDockerId } from './adopt';
import type { DockerHost } from './docker-host';
import { checkHost } from './docker-stack';
import { labelBlocks, labelMap } from './labels';
import { checkNetworkName, Network } from './network';
import { NetworkResource } from './network-resource';
import { objectName } from './object-name';
import {
  anyText,
  checkProps,
  flag,
  listOf,
  mapOf,
  parsedElsewhere,
  text,
  type PropTable,
} from './props';
import { PlannedSubnet } from './planned-subnet';
import {
  automaticSubnets,
  checkPlanned,
  deferredIpam,
  findPlanned,
  isOpen,
  type OpenNetwork,
} from './planned-subnets';
import { isIpv6Subnet, parseSubnet, toIpamConfig, type SubnetProps } from './subnets';
import { TOPOLOGY_PART, type TopologyPart } from './topology-part';
import { literal, literalMap } from './token';
import { withoutTokens } from './without-tokens';

/** What every kind of network has. */
export interface NetworkProps {
  /**
   * Name that Docker knows the network by.
   *
   * @default - the construct path with dashes: `blog-back`
   */
  readonly name?: string;

  /**
   * The engine that has the network.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * Address blocks, or what an address plan is to find (`plan.subnet({ hosts: 40 })`). Without one, and
   * with `[]`, Docker picks a block from its own pools at apply time, and containers cannot have fixed
   * addresses.
   *
   * @default - what the `AddressPlan` above finds for a bridge network; without a plan Docker picks one
   * IPv4 block
   */
  readonly subnets?: readonly (SubnetProps | PlannedSubnet)[];

  /**
   * Whether the network has no way out: containers reach each other and the host, nothing else, and
   * ports are not published.
   *
   * @default false
   */
  readonly internal?: boolean;

  /**
   * Whether containers have IPv6 addresses. The engine ignores an IPv6 block when this is off.
   *
   * @default - true with an IPv6 block in `subnets`
   */
  readonly ipv6?: boolean;

  /**
   * Driver that hands the addresses out.
   *
   * @default 'default'
   */
  readonly ipamDriver?: string;

  /**
   * Options for `ipamDriver`.
   *
   * @default - none
   */
  readonly ipamOptions?: Readonly<Record<string, string>>;

  /**
   * Labels of the network.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Whole id of a network that exists already, to take into Terraform's state instead of making a new
   * one. It is left as it is, with everything that is connected to it. Needs Terraform 1.5.
   *
   * @default - a new network
   */
  readonly adopt?: string;

  /**
   * Driver options that have no property here, by Docker's key. What `docker network create` calls
   * `--config-from`, `--config-only` and `--scope` is not among them: the provider cannot express
   * those in any version, so swarm-scoped macvlan and ipvlan networks must be made by hand and
   * referred to with `Network.fromName`.
   *
   * @default - none
   */
  readonly driverOptions?: Readonly<Record<string, string>>;
}

/** Checks of the properties that every kind of network has. */
export const NETWORK_PROPS: PropTable<NetworkProps> = {
  name: text,
  host: checkHost,
  subnets: listOf(parsedElsewhere),
  internal: flag,
  ipv6: flag,
  ipamDriver: text,
  ipamOptions: mapOf(text),
  labels: labelMap,
  adopt: checkDockerId,
  driverOptions: mapOf(anyText),
};

/** What the kinds of networks differ in. */
export interface NetworkKind<P extends NetworkProps> {
  readonly driver: string;
  readonly table: PropTable<P>;

  /** Docker's key and value of the options that have a property. */
  readonly options: (props: P, at: string) => Readonly<Record<string, string | undefined>>;

  /** What only networks of a swarm have. */
  readonly swarm?: (props: P) => { readonly attachable: boolean; readonly ingress: boolean };
}

/** A network that the stack creates and destroys. */
export abstract class DeclaredNetwork<P extends NetworkProps> extends Network {
  /** The Terraform resource: for overrides, Aspects and whatever has no property here. */
  readonly resource: NetworkResource;

  /** Docker's id of the network; a token, known at apply time. */
  override readonly id: string;

  /** Docker's name of the network; a token. */
  override readonly name: string;

  /** @internal */
  override readonly plannedFamilies: readonly Family[];

  /** Less what a plan finds. */
  private readonly model: NetworkModel;
  private readonly planned: readonly PlannedSubnet[];
  private readonly isOpen: boolean;

  /** @internal */
  constructor(scope: Construct, id: string, props: P, kind: NetworkKind<P>) {
    super(scope, id, props);
    checkProps(props, kind.table, this.node.path);
    if (props.name !== undefined) checkNetworkName(props.name, this.node.path);
    const open = { ...props, driver: kind.driver };
    this.planned = plannedIn(this, open);
    this.plannedFamilies = this.planned.map(({ family }) => family);
    this.isOpen = isOpen(open) && this.planned.length === 0;
    this.model = {
      id: this.node.path,
      name: objectName(this, props.name, 'network'),
      host: this.host.name,
      stack: this.stack.node.id,
      driver: kind.driver,
      ...modelOf(props, kind, this.node.path),
      ...(this.plannedFamilies.includes(6) && props.ipv6 === undefined ? { ipv6: true } : {}),
    };
    const isPlanned = this.planned.length > 0;
    this.resource = new NetworkResource(this, 'Resource', {
      ...toConfig(this.model),
      ...(isPlanned ? { ipamConfig: deferredIpam(() => this.subnets) } : {}),
      provider: this.stack.providerOption(this.host),
    });
    if (props.adopt !== undefined) {
      adopt(this.resource, props.adopt, this.stack.providerOption(this.host));
    }
    // Each use of the resource's own getter makes a new token, with a stack trace in it.
    this.id = this.resource.id;
    this.name = this.resource.name;
  }

  /**
   * The address blocks as declared, with the gateways that Docker will have, and what the address plan
   * found. What a plan has said once stays, so look when everything that it has to hold is declared.
   */
  get subnets(): readonly Subnet[] {
    return [...this.model.subnets, ...findPlanned(this, this.plannedFamilies)];
  }

  /** @internal */
  [ADDRESS_PART](): AddressPart {
    return { network: { model: this.model, planned: this.planned, isOpen: this.isOpen } };
  }

  /** @internal */
  override [TOPOLOGY_PART](): TopologyPart {
    const { model, subnets } = this;
    return { networks: [withoutTokens(this.planned.length === 0 ? model : { ...model, subnets })] };
  }
}

function plannedIn(network: Construct, props: NetworkProps & OpenNetwork): PlannedSubnet[] {
  const { subnets = [] } = props;
  const planned = Array.isArray(subnets)
    ? subnets.filter((subnet) => subnet instanceof PlannedSubnet)
    : [];
  checkPlanned(planned, network.node.path);
  return [...planned, ...automaticSubnets(network, props)];
}

function modelOf<P extends NetworkProps>(
  props: P,
  kind: NetworkKind<P>,
  at: string,
): Omit<NetworkModel, 'id' | 'host'> {
  const { ipamDriver, ipamOptions = {}, labels = {}, driverOptions = {}, internal = false } = props;
  const given = props.subnets ?? [];
  expectList(given, at, 'subnets');
  const subnets = given
    .filter((subnet) => !(subnet instanceof PlannedSubnet))
    .map((subnet) => parseSubnet(subnet, at));
  return {
    subnets,
    internal,
    ...(kind.swarm?.(props) ?? { attachable: false, ingress: false }),
    ipv6: props.ipv6 ?? subnets.some(isIpv6Subnet),
    ...defined({ ipamDriver }),
    ipamOptions,
    options: mergeOptions(kind.options(props, at), driverOptions, at),
    labels,
    external: false,
    unknown: [],
  };
}

function mergeOptions(
  typed: Readonly<Record<string, string | undefined>>,
  untyped: Readonly<Record<string, string>>,
  at: string,
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [key, value] of Object.entries(typed)) if (value !== undefined) merged[key] = value;
  for (const [key, value] of Object.entries(untyped)) {
    if (merged[key] !== undefined) {
      throw new ConfigError('OPTION_GIVEN_TWICE', {
        at,
        problem: `driverOptions has '${key}', which another property sets to '${merged[key]}'`,
        fix: 'give one of the two',
      });
    }
    merged[key] = value;
  }
  return merged;
}

function toConfig(model: NetworkModel): ConstructorParameters<typeof NetworkResource>[2] {
  const { name = '', subnets, internal, attachable, ingress, ipv6, options, ...others } = model;
  return {
    name,
    ...defined({
      driver: others.driver,
      ipamConfig: unlessEmpty(subnets.map(toIpamConfig)),
      internal: internal || undefined,
      attachable: attachable || undefined,
      ingress: ingress || undefined,
      ipv6: ipv6 || undefined,
      ipamDriver: others.ipamDriver === undefined ? undefined : literal(others.ipamDriver),
      ipamOptions: unlessEmpty(literalMap(others.ipamOptions)),
      options: unlessEmpty(literalMap(options)),
      labels: unlessEmpty(labelBlocks(others.labels)),
    }),
  };
}
