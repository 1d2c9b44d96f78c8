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
  readonly port: number;
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
  readonly bip?: string;
  readonly fixedCidr?: string;
  readonly defaultGateway?: string;
  readonly bridge?: string;
  readonly mtu?: number;
  readonly icc?: boolean;
  readonly ip?: string;
  readonly ipForward?: boolean;
  readonly ipMasq?: boolean;
  readonly iptables?: boolean;
  readonly ip6tables?: boolean;
  readonly ipv6?: boolean;
  readonly fixedCidrV6?: string;
  readonly experimental?: boolean;
  readonly userlandProxy?: boolean;
  readonly allowDirectRouting?: boolean;
  readonly firewallBackend?: 'iptables' | 'nftables';
  readonly liveRestore?: boolean;
  readonly dns?: readonly string[];
  readonly dnsSearch?: readonly string[];
  readonly dnsOpts?: readonly string[];
  readonly logDriver?: string;
}

/** One Docker engine and the machine under it. */
export interface Host {
  /** Unique name in the topology. */
  readonly id: string;

  /** How the engine is reached: `unix://...`, `tcp://...`, `ssh://...`, `context:NAME`, or `environment`. */
  readonly endpoint: string;
  readonly kind: EngineKind;

  /** Version of the engine, for instance `28.5.2`; absent: not known. */
  readonly engineVersion?: string;

  /** `default-address-pools`; empty: Docker's own. */
  readonly addressPools: readonly AddressPool[];
  readonly interfaces: readonly HostInterface[];
  readonly routes: readonly HostRoute[];
  readonly services: readonly HostService[];
  readonly daemon: DaemonSettings;
}
