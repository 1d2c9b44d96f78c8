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
  readonly macAddress?: string;

  /** The network with the highest one gives the default route (engine 28 or later). */
  readonly gatewayPriority?: number;
  readonly linkLocalIps: readonly string[];
  readonly driverOptions: Readonly<Record<string, string>>;
}

/** A port that the program inside the container answers on. */
export interface Listener extends ExposedPort {
  /** Address inside the container; absent: every address. */
  readonly address?: string;
}

/** A path of the container that is kept elsewhere. */
export interface ContainerMount {
  readonly type: 'volume' | 'bind' | 'tmpfs' | 'container';

  /** Volume name, host path, or name of the container whose volumes are taken over. */
  readonly source?: string;

  /** Id of the declared volume, where it is one. */
  readonly volume?: string;

  /** Absolute path inside the container; absent for type `container`. */
  readonly target?: string;
  readonly readOnly: boolean;
  readonly noCopy?: boolean;
  readonly propagation?: Propagation;

  /** Options of a tmpfs, for instance `size=67108864,mode=1777`. */
  readonly options?: string;
}

/** A file put into the container before its first start. */
export interface UploadedFile {
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
  readonly interval?: string;
  readonly timeout?: string;
  readonly startPeriod?: string;
  readonly startInterval?: string;
  readonly retries?: number;
}

/** A container that must be there before this one. */
export interface Dependency {
  /** Id of the container. */
  readonly container: string;
  readonly condition: 'started' | 'healthy' | 'completed';
}

/** Names by which this container alone finds another one, as `--link` gave them. */
export interface Link {
  /** Id of the container. */
  readonly container: string;
  readonly aliases: readonly string[];
}

/** What the process inside may use; absent means Docker's default. */
export interface Resources {
  readonly memoryBytes?: number;

  /** Memory and swap together; -1: unlimited swap. */
  readonly memorySwapBytes?: number;
  readonly memoryReservationBytes?: number;
  readonly shmSizeBytes?: number;
  readonly cpus?: number;
  readonly cpuShares?: number;
  readonly cpuPeriod?: number;
  readonly cpuQuota?: number;
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
  readonly attachments: readonly Attachment[];
  readonly hostname?: string;
  readonly domainname?: string;
  readonly dns: readonly string[];
  readonly dnsSearch: readonly string[];
  readonly dnsOptions: readonly string[];
  readonly extraHosts: readonly ExtraHost[];
  readonly publish: readonly PublishedPort[];
  readonly publishAll: boolean;
  readonly expose: readonly ExposedPort[];
  readonly listens: readonly Listener[];
  readonly links: readonly Link[];
  readonly dependsOn: readonly Dependency[];

  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];

  /** Variables with a value that may be shown. */
  readonly env: Readonly<Record<string, string>>;

  /** Names of variables whose value is a secret or only known to Terraform. */
  readonly secretEnv: readonly string[];
  readonly mounts: readonly ContainerMount[];
  readonly files: readonly UploadedFile[];
  readonly user?: string;
  readonly workingDir?: string;
  readonly healthcheck?: HealthcheckSettings;
  readonly restart?: RestartPolicy;
  readonly stopSignal?: string;
  readonly stopGraceSeconds?: number;
  readonly capAdd: readonly string[];
  readonly capDrop: readonly string[];
  readonly devices: readonly Device[];
  readonly securityOpts: readonly string[];
  readonly sysctls: Readonly<Record<string, string>>;
  readonly ulimits: readonly Ulimit[];
  readonly resources: Resources;
  readonly labels: Readonly<Record<string, string>>;
  readonly logDriver?: string;
  readonly logOptions: Readonly<Record<string, string>>;
  readonly storageOptions: Readonly<Record<string, string>>;
  readonly groupAdd: readonly string[];
  readonly privileged: boolean;
  readonly readOnly: boolean;
  readonly init: boolean;
  readonly tty: boolean;
  readonly stdinOpen: boolean;
  readonly gpus?: string;
  readonly runtime?: string;
  readonly platform?: string;
  readonly pidMode?: string;
  readonly ipcMode?: string;
  readonly usernsMode?: string;
  readonly cgroupnsMode?: string;
  readonly cgroupParent?: string;

  /** Runs to completion instead of staying up. */
  readonly oneShot: boolean;

  /** Not declared here: it exists already. */
  readonly external: boolean;

  /** Paths of fields whose value only Terraform knows. */
  readonly unknown: readonly string[];
}
