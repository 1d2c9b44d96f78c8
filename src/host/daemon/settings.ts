import type { AddressPool } from '../../topology/host';
import type { Ulimit } from '../../notation/ulimit';

/** Words that `logLevel` can be. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Limits of a process, by the name that the kernel gives them: `{ nofile: { soft: 1024, hard: 4096 } }`. */
export type DaemonUlimits = Readonly<Record<string, Omit<Ulimit, 'name'>>>;

/**
 * Settings of dockerd, as `daemon.json` has them, for engines 20.10 to 29. Names are the file's in camel
 * case. What is not given is not written, and the engine's own default holds.
 */
export interface DaemonConfig {
  /**
   * Address of the default bridge with its prefix length: `172.19.0.1/16`. Not with `bridge`.
   *
   * @default - the first free block of `defaultAddressPools`; what an older start chose is kept
   */
  readonly bip?: string;

  /**
   * IPv6 address of the default bridge with its prefix length. Engine 28 or later; not with `bridge`.
   *
   * @default - Docker picks one, when `ipv6` is on
   */
  readonly bip6?: string;

  /**
   * Bridge of the machine that becomes the default bridge, or `none` for no default bridge at all. It must
   * exist, and have an address, when dockerd starts.
   *
   * @default 'docker0'
   */
  readonly bridge?: string;

  /**
   * Block inside that of `bip` that containers of the default bridge get addresses from.
   *
   * @default - the whole block
   */
  readonly fixedCidr?: string;

  /**
   * IPv6 block of the default bridge.
   *
   * @default - none before engine 28; from 28 Docker picks one, when `ipv6` is on
   */
  readonly fixedCidrV6?: string;

  /**
   * Default route of containers on the default bridge, inside its block.
   *
   * @default - the address of the bridge
   */
  readonly defaultGateway?: string;

  /**
   * IPv6 default route of containers on the default bridge.
   *
   * @default - the address of the bridge
   */
  readonly defaultGatewayV6?: string;

  /**
   * Largest packet on the default bridge, in bytes. Other networks have their own.
   *
   * @default 1500
   */
  readonly mtu?: number;

  /**
   * Whether containers on the default bridge reach each other.
   *
   * @default true
   */
  readonly icc?: boolean;

  /**
   * Address of the machine that ports of the default bridge are published on.
   *
   * @default '0.0.0.0'
   */
  readonly ip?: string;

  /**
   * Whether the default bridge has IPv6.
   *
   * @default false
   */
  readonly ipv6?: boolean;

  /**
   * Whether dockerd writes IPv4 firewall rules. Without them nothing is published or masqueraded; rules
   * that are there already stay until the machine starts anew.
   *
   * @default true
   */
  readonly iptables?: boolean;

  /**
   * Whether dockerd writes IPv6 firewall rules.
   *
   * @default - `false` before engine 27, then `true`
   */
  readonly ip6tables?: boolean;

  /**
   * Whether dockerd switches forwarding of packets on.
   *
   * @default true
   */
  readonly ipForward?: boolean;

  /**
   * Whether dockerd leaves the policy of the FORWARD chain alone when it switches forwarding on. Engine 28
   * or later.
   *
   * @default false
   */
  readonly ipForwardNoDrop?: boolean;

  /**
   * Whether packets from the default bridge get the machine's address.
   *
   * @default true
   */
  readonly ipMasq?: boolean;

  /**
   * Whether a program of the machine forwards to published ports beside the firewall.
   *
   * @default true
   */
  readonly userlandProxy?: boolean;

  /**
   * Absolute path of the program that `userlandProxy` runs.
   *
   * @default - `docker-proxy`, where the package put it
   */
  readonly userlandProxyPath?: string;

  /**
   * Whether other machines may route to addresses of containers. Engine 28.2 or later.
   *
   * @default false
   */
  readonly allowDirectRouting?: boolean;

  /**
   * What writes the firewall rules. Engine 29 or later.
   *
   * @default 'iptables'
   */
  readonly firewallBackend?: 'iptables' | 'nftables';

  /**
   * Firewall mark, with an optional mask, whose packets Docker's own rules accept: `0x100/0x100`. Engine 29
   * or later.
   *
   * @default - no mark
   */
  readonly bridgeAcceptFwmark?: string;

  /**
   * Pools that networks without a block of their own are cut out of; each has a `size` of at least its
   * own prefix length.
   *
   * @default - 172.17.0.0/16 to 172.31.0.0/16, and 192.168.0.0/16 in pieces of /20
   */
  readonly defaultAddressPools?: readonly AddressPool[];

  /**
   * Options of new networks, by driver: `{ bridge: { 'com.docker.network.driver.mtu': '1400' } }`. Engine 24
   * or later.
   *
   * @default - no options
   */
  readonly defaultNetworkOpts?: Readonly<Record<string, Readonly<Record<string, string>>>>;

  /**
   * Largest packet of Swarm's own traffic, in bytes; at least 500.
   *
   * @default 1500
   */
  readonly networkControlPlaneMtu?: number;

  /**
   * Name servers of containers that name none.
   *
   * @default - those of the machine
   */
  readonly dns?: readonly string[];

  /**
   * Resolver options of containers that name none: `ndots:2`.
   *
   * @default - those of the machine
   */
  readonly dnsOpts?: readonly string[];

  /**
   * Search domains of containers that name none.
   *
   * @default - those of the machine
   */
  readonly dnsSearch?: readonly string[];

  /**
   * What `host-gateway` in extra hosts stands for. Engines before 28 know this form alone; from 28 on
   * `hostGatewayIps` replaces it.
   *
   * @default - the address of the default bridge
   */
  readonly hostGatewayIp?: string;

  /**
   * What `host-gateway` in extra hosts stands for: one IPv4 and one IPv6 address. Engine 28 or later.
   *
   * @default - the addresses of the default bridge
   */
  readonly hostGatewayIps?: readonly string[];

  /**
   * Sockets that dockerd answers on: `unix:///var/run/docker.sock`, `tcp://127.0.0.1:2376`. The packaged
   * systemd unit has `-H fd://` already, and dockerd refuses the two together.
   *
   * @default - `unix:///var/run/docker.sock`
   */
  readonly hosts?: readonly string[];

  /**
   * Whether the TCP sockets of `hosts` speak TLS.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * Whether callers must show a certificate; switches `tls` on.
   *
   * @default false
   */
  readonly tlsverify?: boolean;

  /**
   * Absolute path of the certificate authority that callers' certificates are of.
   *
   * @default '~/.docker/ca.pem'
   */
  readonly tlscacert?: string;

  /**
   * Absolute path of the engine's certificate.
   *
   * @default '~/.docker/cert.pem'
   */
  readonly tlscert?: string;

  /**
   * Absolute path of the engine's private key.
   *
   * @default '~/.docker/key.pem'
   */
  readonly tlskey?: string;

  /**
   * Group that may use the engine's unix socket.
   *
   * @default 'docker'
   */
  readonly group?: string;

  /**
   * Plugins that are asked before each request.
   *
   * @default - no plugin
   */
  readonly authorizationPlugins?: readonly string[];

  /**
   * Oldest version of the API that is answered: `1.24`. Engine 29 or later.
   *
   * @default - the oldest that the engine speaks
   */
  readonly minApiVersion?: string;

  /**
   * Address and port that measurements are served on: `127.0.0.1:9323`. Before engine 24 with
   * `experimental` only.
   *
   * @default - not served
   */
  readonly metricsAddr?: string;

  /**
   * Mirrors of Docker Hub, as URLs: `https://mirror.example`.
   *
   * @default - no mirror
   */
  readonly registryMirrors?: readonly string[];

  /**
   * Registries, by name and port or as an address block, that are spoken to without TLS.
   *
   * @default - those on 127.0.0.0/8
   */
  readonly insecureRegistries?: readonly string[];

  /**
   * Registries that layers with restricted licences are pushed to, too. Engines 28 and later ignore it.
   *
   * @default - no registry
   */
  readonly allowNondistributableArtifacts?: readonly string[];

  /**
   * Proxy for the engine's own pulls; engine 23 or later. The file keeps what the URL has of passwords.
   *
   * @default - what the engine's environment says
   */
  readonly httpProxy?: string;

  /**
   * Proxy for the engine's own pulls over TLS; engine 23 or later.
   *
   * @default - what the engine's environment says
   */
  readonly httpsProxy?: string;

  /**
   * Names and addresses, with commas between them, that are asked without a proxy; engine 23 or later.
   *
   * @default - what the engine's environment says
   */
  readonly noProxy?: string;

  /**
   * Layers of one image that are pulled at once.
   *
   * @default 3
   */
  readonly maxConcurrentDownloads?: number;

  /**
   * Layers of one image that are pushed at once.
   *
   * @default 5
   */
  readonly maxConcurrentUploads?: number;

  /**
   * How often a broken pull is tried.
   *
   * @default 5
   */
  readonly maxDownloadAttempts?: number;

  /**
   * Log driver of containers that name none. A name that no plugin has fails when a container starts.
   *
   * @default 'json-file'
   */
  readonly logDriver?: string;

  /**
   * Options of the log driver, all of them text: `{ 'max-size': '10m', 'max-file': '3' }`.
   *
   * @default - no options
   */
  readonly logOpts?: Readonly<Record<string, string>>;

  /**
   * What the engine itself writes to its log.
   *
   * @default 'info'
   */
  readonly logLevel?: LogLevel;

  /**
   * Form of the engine's own log. Engine 25 or later.
   *
   * @default 'text'
   */
  readonly logFormat?: 'text' | 'json';

  /**
   * Whether the engine's own log has full times and no colours.
   *
   * @default false
   */
  readonly rawLogs?: boolean;

  /**
   * Whether the engine writes everything to its log.
   *
   * @default false
   */
  readonly debug?: boolean;

  /**
   * Whether containers run on while dockerd restarts; changes of the default bridge then wait for a restart
   * without containers. Not with Swarm.
   *
   * @default false
   */
  readonly liveRestore?: boolean;

  /**
   * Seconds that containers get to end when dockerd stops.
   *
   * @default 15
   */
  readonly shutdownTimeout?: number;

  /**
   * Absolute path of images, volumes and everything else that outlives dockerd.
   *
   * @default '/var/lib/docker'
   */
  readonly dataRoot?: string;

  /**
   * Absolute path of what dockerd keeps while it runs.
   *
   * @default '/var/run/docker'
   */
  readonly execRoot?: string;

  /**
   * Absolute path of the file with dockerd's process id.
   *
   * @default '/var/run/docker.pid'
   */
  readonly pidfile?: string;

  /**
   * Storage driver: `overlay2`, `btrfs`, `zfs`, `vfs`.
   *
   * @default - the best one that the machine has
   */
  readonly storageDriver?: string;

  /**
   * Options of the storage driver: `overlay2.size=10G`.
   *
   * @default - no options
   */
  readonly storageOpts?: readonly string[];

  /**
   * Options of the program that runs containers: `native.cgroupdriver=systemd`.
   *
   * @default - no options
   */
  readonly execOpts?: readonly string[];

  /**
   * Labels of the engine, each `name=value`.
   *
   * @default - no labels
   */
  readonly labels?: readonly string[];

  /**
   * Features to switch on or off by name: `{ 'containerd-snapshotter': true }`.
   *
   * @default - the engine's own choice
   */
  readonly features?: Readonly<Record<string, boolean>>;

  /**
   * Whether features that are still tried out are on.
   *
   * @default false
   */
  readonly experimental?: boolean;

  /**
   * Settings of the builder, as BuildKit has them: `{ gc: { enabled: true } }`.
   *
   * @default - BuildKit's own
   */
  readonly builder?: Readonly<Record<string, unknown>>;

  /**
   * Programs that can run containers, by name: `{ runsc: { path: '/usr/bin/runsc' } }`.
   *
   * @default - `runc` alone
   */
  readonly runtimes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  /**
   * Which of `runtimes` runs a container that names none.
   *
   * @default 'runc'
   */
  readonly defaultRuntime?: string;

  /**
   * Limits of containers that have none of their own.
   *
   * @default - those of dockerd
   */
  readonly defaultUlimits?: DaemonUlimits;

  /**
   * Size of `/dev/shm` of containers that have none of their own: bytes, or `64M`.
   *
   * @default '64M'
   */
  readonly defaultShmSize?: string | number;

  /**
   * Whether processes of the machine's containers may share memory by IPC with other containers.
   *
   * @default 'private'
   */
  readonly defaultIpcMode?: 'private' | 'shareable';

  /**
   * Whether containers see the machine's control groups or their own.
   *
   * @default - `private` on cgroup v2, `host` on v1
   */
  readonly defaultCgroupnsMode?: 'private' | 'host';

  /**
   * Control group above those of all containers.
   *
   * @default - `/docker`, or `system.slice` with systemd
   */
  readonly cgroupParent?: string;

  /**
   * Microseconds in which the control group above all containers may use `cpuRtRuntime` of real time.
   *
   * @default 0
   */
  readonly cpuRtPeriod?: number;

  /**
   * Microseconds of real time for all containers together.
   *
   * @default 0
   */
  readonly cpuRtRuntime?: number;

  /**
   * How willingly the kernel ends dockerd when memory is short, -1000 to 1000. Engines before 25.
   *
   * @default -500
   */
  readonly oomScoreAdjust?: number;

  /**
   * Whether each container gets an init process that hands signals on and buries the dead.
   *
   * @default false
   */
  readonly init?: boolean;

  /**
   * Absolute path of the init process.
   *
   * @default - `docker-init`, where the package put it
   */
  readonly initPath?: string;

  /**
   * System calls that containers may make: a file's absolute path, `builtin` or `unconfined`.
   *
   * @default 'builtin'
   */
  readonly seccompProfile?: string;

  /**
   * Whether processes of containers may not gain privileges.
   *
   * @default false
   */
  readonly noNewPrivileges?: boolean;

  /**
   * Whether SELinux labels are used.
   *
   * @default false
   */
  readonly selinuxEnabled?: boolean;

  /**
   * User, or `user:group`, whose subordinate ids containers run as; `default` makes one.
   *
   * @default - containers run with the machine's ids
   */
  readonly usernsRemap?: string;

  /**
   * Folders with descriptions of devices (CDI). Engine 25 or later.
   *
   * @default - `/etc/cdi` and `/var/run/cdi`
   */
  readonly cdiSpecDirs?: readonly string[];

  /**
   * Address of containerd's socket.
   *
   * @default - dockerd looks for one, or starts its own
   */
  readonly containerd?: string;

  /**
   * Namespace of containerd that containers are in.
   *
   * @default 'moby'
   */
  readonly containerdNamespace?: string;

  /**
   * Whether the containerd that dockerd starts serves Kubernetes, too.
   *
   * @default false
   */
  readonly criContainerd?: boolean;

  /**
   * Address or interface that this machine tells to other machines of a Swarm.
   *
   * @default - the one that Swarm finds
   */
  readonly swarmDefaultAdvertiseAddr?: string;

  /**
   * Resources that Swarm can count: `gpu=UUID1`.
   *
   * @default - no resources
   */
  readonly nodeGenericResources?: readonly string[];

  /**
   * Keys of `daemon.json` that are not listed here, written as they are. A key that is listed is refused,
   * and so is the name of a flag, which dockerd would pass over in silence.
   *
   * @default - no other keys
   */
  readonly otherKeys?: Readonly<Record<string, unknown>>;
}
