import type { Device } from '../notation/device';
import type { ExtraHost } from '../notation/extra-host';
import type { ExposedPort, PublishedPort } from '../notation/publish';
import type { RestartPolicy } from '../notation/restart';
import type { Ulimit } from '../notation/ulimit';
import type { Propagation } from '../notation/volume-spec';

/** One end of a container in a network. */
export interface Attachment {
  /** Id of the network. */
  readonly network: string;

  /** Fixed IPv4 address; absent: Docker picks one. */
  readonly ipv4?: string;

  /** Fixed IPv6 address; absent: Docker picks one. */
  readonly ipv6?: string;

  /** Further names of the container in this network. */
  readonly aliases: readonly string[];

  /** MAC address; absent: Docker picks one. */
  readonly macAddress?: string;

  /** The network with the highest one gives the default route (engine 28 or later). */
  readonly gatewayPriority?: number;

  /** Link-local addresses beside the usual ones. */
  readonly linkLocalIps: readonly string[];

  /** Options of the network's driver for this container. */
  readonly driverOptions: Readonly<Record<string, string>>;
}

/** A port that the program inside the container answers on. */
export interface Listener extends ExposedPort {
  /** Address inside the container; absent: every address. */
  readonly address?: string;
}

/** A path of the container that is kept elsewhere. */
export interface ContainerMount {
  /** What is mounted. */
  readonly type: 'volume' | 'bind' | 'tmpfs' | 'container';

  /** Volume name, host path, or name of the container whose volumes are taken over. */
  readonly source?: string;

  /** Id of the declared volume, where it is one. */
  readonly volume?: string;

  /** Absolute path inside the container; absent for type `container`. */
  readonly target?: string;

  /** Whether the container may only read. */
  readonly readOnly: boolean;

  /** Whether Docker leaves out copying the image's files into an empty volume. */
  readonly noCopy?: boolean;

  /** Folder inside the volume that is shown; absent: the whole volume. */
  readonly subpath?: string;

  /** How mounts below a bind mount pass between host and container. */
  readonly propagation?: Propagation;

  /** Options of a tmpfs, for instance `size=67108864,mode=1777`. */
  readonly options?: string;
}

/** A file put into the container before its first start. */
export interface UploadedFile {
  /** Absolute path inside the container. */
  readonly path: string;

  /** Octal file mode, for instance `0644`. */
  readonly mode: string;

  /** Text of the file; absent when it is secret, binary or copied from a file. */
  readonly content?: string;
}

/** How the engine finds out whether the container works; durations as Go prints them. */
export interface HealthcheckSettings {
  /** `['CMD', ...]`, `['CMD-SHELL', command]`, or `['NONE']` to switch the image's own off. */
  readonly test: readonly string[];

  /** Time between two checks. */
  readonly interval?: string;

  /** Time after which a check counts as failed. */
  readonly timeout?: string;

  /** Time after the start in which failures do not count. */
  readonly startPeriod?: string;

  /** Time between two checks in the start period. */
  readonly startInterval?: string;

  /** Failures in a row that make the container unhealthy. */
  readonly retries?: number;
}

/** A container that must be there before this one. */
export interface Dependency {
  /** Id of the container. */
  readonly container: string;

  /** What it must have come to. */
  readonly condition: 'started' | 'healthy' | 'completed';
}

/** Names by which this container alone finds another one, as `--link` gave them. */
export interface Link {
  /** Id of the container. */
  readonly container: string;

  /** The names, beside its own. */
  readonly aliases: readonly string[];
}

/** What the process inside may use; absent means Docker's default. */
export interface Resources {
  /** Memory limit. */
  readonly memoryBytes?: number;

  /** Memory and swap together; -1: unlimited swap. */
  readonly memorySwapBytes?: number;

  /** Memory that it is pushed back to when the host runs short. */
  readonly memoryReservationBytes?: number;

  /** Size of `/dev/shm`. */
  readonly shmSizeBytes?: number;

  /** CPUs at most. */
  readonly cpus?: number;

  /** Weight when CPUs are short. */
  readonly cpuShares?: number;

  /** Length of a scheduler period in microseconds. */
  readonly cpuPeriod?: number;

  /** CPU time in each period in microseconds. */
  readonly cpuQuota?: number;

  /** CPUs it may run on: `0-2,5`. */
  readonly cpusetCpus?: string;
}

/** A container. Lists that the definition leaves out are empty; text it leaves out is absent. */
export interface Container {
  /** Construct path, or the address in a plan; unique in the topology. */
  readonly id: string;

  /** Name the engine knows it by; absent: known only to Terraform. */
  readonly name?: string;

  /** Id of the host whose engine runs it. */
  readonly host: string;

  /** Stack that declares it. */
  readonly stack?: string;

  /** Image reference; absent: known only to Terraform. */
  readonly image?: string;

  /** `networks`: the attachments below; `container`: the stack of `modeContainer`. */
  readonly mode: 'networks' | 'host' | 'none' | 'container';

  /** Id of the container whose network stack it shares. */
  readonly modeContainer?: string;

  /** Networks it is in, in the order of their declaration. */
  readonly attachments: readonly Attachment[];

  /** Host name; absent: the first twelve digits of its id. */
  readonly hostname?: string;

  /** Domain name. */
  readonly domainname?: string;

  /** Name servers. */
  readonly dns: readonly string[];

  /** Search domains. */
  readonly dnsSearch: readonly string[];

  /** Resolver options. */
  readonly dnsOptions: readonly string[];

  /** Lines of the hosts file. */
  readonly extraHosts: readonly ExtraHost[];

  /** Ports opened on the host. */
  readonly publish: readonly PublishedPort[];

  /** Whether every port that the image exposes is opened on a free port. */
  readonly publishAll: boolean;

  /** Ports meant for other containers. */
  readonly expose: readonly ExposedPort[];

  /** Ports that the program answers on. */
  readonly listens: readonly Listener[];

  /** Containers that it knows by further names. */
  readonly links: readonly Link[];

  /** Containers that come first. */
  readonly dependsOn: readonly Dependency[];

  /** Command; absent: the image's. */
  readonly command?: readonly string[];

  /** Entrypoint; absent: the image's. */
  readonly entrypoint?: readonly string[];

  /** Variables with a value that may be shown. */
  readonly env: Readonly<Record<string, string>>;

  /** Names of variables whose value is a secret or only known to Terraform. */
  readonly secretEnv: readonly string[];

  /** What is mounted, and where. */
  readonly mounts: readonly ContainerMount[];

  /** Files put into it before its first start. */
  readonly files: readonly UploadedFile[];

  /** User of the process; absent: the image's. */
  readonly user?: string;

  /** Working directory; absent: the image's. */
  readonly workingDir?: string;

  /** Healthcheck; absent: the image's. */
  readonly healthcheck?: HealthcheckSettings;

  /** Restart policy; absent: `no`. */
  readonly restart?: RestartPolicy;

  /** Signal that asks the process to end; absent: the image's. */
  readonly stopSignal?: string;

  /** Seconds until it is killed after that. */
  readonly stopGraceSeconds?: number;

  /** Capabilities added. */
  readonly capAdd: readonly string[];

  /** Capabilities taken away. */
  readonly capDrop: readonly string[];

  /** Devices of the host. */
  readonly devices: readonly Device[];

  /** Security options. */
  readonly securityOpts: readonly string[];

  /** Kernel settings. */
  readonly sysctls: Readonly<Record<string, string>>;

  /** Limits for each process. */
  readonly ulimits: readonly Ulimit[];

  /** What it may use of the machine. */
  readonly resources: Resources;

  /** Labels, less those of this library. */
  readonly labels: Readonly<Record<string, string>>;

  /** Log driver; absent: the daemon's. */
  readonly logDriver?: string;

  /** Options of the log driver. */
  readonly logOptions: Readonly<Record<string, string>>;

  /** Options of the storage driver. */
  readonly storageOptions: Readonly<Record<string, string>>;

  /** Further groups of the process. */
  readonly groupAdd: readonly string[];

  /** Whether the process may do whatever root on the host may. */
  readonly privileged: boolean;

  /** Whether its own files are read-only. */
  readonly readOnly: boolean;

  /** Whether an init process is put in front. */
  readonly init: boolean;

  /** Whether it has a terminal. */
  readonly tty: boolean;

  /** Whether standard input stays open. */
  readonly stdinOpen: boolean;

  /** Graphics processors. */
  readonly gpus?: string;

  /** Runtime that starts it. */
  readonly runtime?: string;

  /** Platform of the image. */
  readonly platform?: string;

  /** Process ids it sees. */
  readonly pidMode?: string;

  /** Shared memory it sees. */
  readonly ipcMode?: string;

  /** User namespace. */
  readonly usernsMode?: string;

  /** Control group namespace. */
  readonly cgroupnsMode?: string;

  /** Control group above its own. */
  readonly cgroupParent?: string;

  /** Runs to completion instead of staying up. */
  readonly oneShot: boolean;

  /** Not declared here: it exists already. */
  readonly external: boolean;

  /** Paths of fields whose value only Terraform knows. */
  readonly unknown: readonly string[];
}
