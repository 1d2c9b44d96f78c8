/** One address block of a network. */
export interface Subnet {
  /** Block in canonical CIDR form; absent: known only to Terraform. */
  readonly cidr?: string;

  /** Address of the host (bridge) or of the router (macvlan, ipvlan) inside the block. */
  readonly gateway?: string;

  /** Part of the block that Docker hands addresses out of. */
  readonly ipRange?: string;

  /** Addresses that Docker must not hand out, by name. */
  readonly auxAddresses: Readonly<Record<string, string>>;
}

/** A Docker network. */
export interface Network {
  /** Construct path, or the address in a plan; unique in the topology. */
  readonly id: string;

  /** Name the engine knows it by; absent: known only to Terraform. */
  readonly name?: string;

  /** Id of the host whose engine has it. */
  readonly host: string;

  /** Stack that declares it. */
  readonly stack?: string;

  /** `bridge`, `macvlan`, `ipvlan`, `overlay` or a plugin's name; absent: not known. */
  readonly driver?: string;

  /** Empty: Docker picks one. */
  readonly subnets: readonly Subnet[];

  /** Whether there is no way out. */
  readonly internal: boolean;

  /** Whether containers outside swarm services may join. */
  readonly attachable: boolean;

  /** Whether it is the swarm's routing mesh. */
  readonly ingress: boolean;

  /** Whether containers have IPv6 addresses. */
  readonly ipv6: boolean;

  /** Driver that hands addresses out; absent: Docker's own. */
  readonly ipamDriver?: string;

  /** Options for that driver. */
  readonly ipamOptions: Readonly<Record<string, string>>;

  /** Driver options by Docker's own keys, for instance `com.docker.network.bridge.enable_icc`. */
  readonly options: Readonly<Record<string, string>>;

  /** Labels of the network. */
  readonly labels: Readonly<Record<string, string>>;

  /** Not declared here: it exists already, or comes with the engine (`bridge`). */
  readonly external: boolean;

  /** Paths of fields whose value only Terraform knows. */
  readonly unknown: readonly string[];
}

/** Id of the engine's own default bridge on a host. */
export function defaultBridgeId(host: string): string {
  return `${host}:bridge`;
}

/** Whether the network is the engine's own default bridge. */
export function isDefaultBridge(network: Network): boolean {
  return network.id === defaultBridgeId(network.host);
}
