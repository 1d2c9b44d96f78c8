/** How an engine runs on its machine. What a rule knows was measured on `native` engines. */
export type EngineKind = 'native' | 'rootless' | 'desktop';

/** An interface of a host, as `ip address` shows it. */
export interface HostInterface {
  /** Name, for instance `eth0`. */
  readonly name: string;

  /** Addresses with prefix length: `192.168.216.131/24`. */
  readonly addresses: readonly string[];

  /** Largest packet in bytes; absent: 1500. */
  readonly mtuBytes?: number;

  /** Whether it is a wireless interface, which carries no second MAC address. */
  readonly wireless?: boolean;
}

/** A route of a host beyond its interfaces' own networks. */
export interface HostRoute {
  /** Destination block, `0.0.0.0/0` for the default route. */
  readonly destination: string;

  /** Address of the next router. */
  readonly via?: string;

  /** Interface the packets leave through. */
  readonly interface?: string;
}

/** A socket that a program of the host itself holds open. */
export interface HostService {
  /** Port number, 1 to 65535. */
  readonly port: number;

  /** Transport protocol. */
  readonly protocol: 'tcp' | 'udp' | 'sctp';

  /** Address it is bound to; absent: every address. */
  readonly address?: string;

  /** Name for messages, for instance `sshd`. */
  readonly name?: string;
}

/** One pool that the engine cuts networks out of when none is asked for. */
export interface AddressPool {
  /** The whole block: `172.17.0.0/16`. */
  readonly base: string;

  /** Prefix length of each network cut out of it. */
  readonly size: number;
}

/**
 * Settings of dockerd that change who reaches whom; the names are daemon.json's in camel case.
 * Absent means Docker's default for the engine's version.
 */
export interface DaemonSettings {
  /** Address and block of the default bridge: `172.19.0.1/16`. */
  readonly bip?: string;

  /** Part of the default bridge's block that containers get addresses from. */
  readonly fixedCidr?: string;

  /** Default route of containers on the default bridge. */
  readonly defaultGateway?: string;

  /** Bridge of the host to use as default bridge. */
  readonly bridge?: string;

  /** Largest packet on the default bridge, in bytes; other networks have their own. */
  readonly mtu?: number;

  /** Whether containers on the default bridge reach each other. */
  readonly icc?: boolean;

  /** Host address that ports of the default bridge are published on. */
  readonly ip?: string;

  /** Whether dockerd switches forwarding on. */
  readonly ipForward?: boolean;

  /** Whether packets from the default bridge get the host's address. */
  readonly ipMasq?: boolean;

  /** Whether dockerd writes IPv4 firewall rules. */
  readonly iptables?: boolean;

  /** Whether dockerd writes IPv6 firewall rules. */
  readonly ip6tables?: boolean;

  /** Whether the default bridge has IPv6. */
  readonly ipv6?: boolean;

  /** IPv6 block of the default bridge. */
  readonly fixedCidrV6?: string;

  /** Whether features that are still tried out are on. */
  readonly experimental?: boolean;

  /** Whether a program on the host forwards to published ports beside the firewall. */
  readonly userlandProxy?: boolean;

  /** Whether other machines may route to container addresses (engine 28 or later). */
  readonly allowDirectRouting?: boolean;

  /** What writes the rules (engine 29 or later). */
  readonly firewallBackend?: 'iptables' | 'nftables';

  /** Whether containers run on while dockerd restarts. */
  readonly liveRestore?: boolean;

  /** Name servers of containers that name none. */
  readonly dns?: readonly string[];

  /** Search domains of containers that name none. */
  readonly dnsSearch?: readonly string[];

  /** Resolver options of containers that name none. */
  readonly dnsOpts?: readonly string[];

  /** Log driver of containers that name none. */
  readonly logDriver?: string;
}

/**
 * What the user's own rules accept among what the engine would keep apart (chain `DOCKER-USER`), with the
 * replies to it.
 */
export interface ForwardRule {
  /** Id of the network that the connections come from; absent: any interface, the LAN's among them. */
  readonly from?: string;

  /** Id of the network that they go to; absent: any. */
  readonly to?: string;
}

/** One Docker engine and the machine under it. */
export interface Host {
  /** Unique name in the topology. */
  readonly id: string;

  /** How the engine is reached: `unix://...`, `tcp://...`, `ssh://...`, `context:NAME`, or `environment`. */
  readonly endpoint: string;

  /** How the engine runs. */
  readonly kind: EngineKind;

  /** Version of the engine, for instance `28.5.2`; absent: not known. */
  readonly engineVersion?: string;

  /** `default-address-pools`; empty: Docker's own. */
  readonly addressPools: readonly AddressPool[];

  /** Interfaces of the machine; empty: not known. */
  readonly interfaces: readonly HostInterface[];

  /** Routes beyond the interfaces' own networks; empty: not known. */
  readonly routes: readonly HostRoute[];

  /** Sockets that programs of the machine hold open; empty: not known. */
  readonly services: readonly HostService[];

  /** Settings of dockerd that differ from its defaults. */
  readonly daemon: DaemonSettings;

  /** What the user's own rules accept between networks of the host; absent: nothing. */
  readonly forwardRules?: readonly ForwardRule[];
}
