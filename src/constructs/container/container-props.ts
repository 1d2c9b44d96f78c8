import type { Device } from '../../notation/device';
import type { Protocol } from '../../notation/publish';
import type { Listener } from '../../topology/container';
import type { DockerHost } from '../docker-host';
import type { IImage } from '../image';
import type { Mount } from '../mount';
import type { Network } from '../network';
import type { DefaultBridge, NetworkMode } from '../network-mode';
import type { Secret } from '../secret';
import type { Flag } from '../token';
import type { UlimitProps } from '../ulimits';
import type { FileProps } from './files';
import type { Healthcheck } from './healthcheck';

/** How a container sits in one network: what `docker network connect` takes. */
export interface AttachmentOptions {
  /**
   * Fixed IPv4 address inside a subnet that the network declares.
   *
   * @default - one of the network's address plan; without a plan Docker picks one at each start
   */
  readonly ipv4?: string;

  /**
   * Fixed IPv6 address inside a subnet that the network declares.
   *
   * @default - one of the network's address plan; without a plan Docker picks one at each start
   */
  readonly ipv6?: string;

  /**
   * Whether Docker picks the addresses that are not given here although the network has an address plan,
   * which then leaves a part of the block to Docker.
   *
   * @default false
   */
  readonly dynamic?: boolean;

  /**
   * Names of the container in this network, beside its own name and its construct id.
   *
   * @default - none
   */
  readonly aliases?: readonly string[];

  /**
   * MAC address, for instance `02:42:ac:1b:00:0a`. Needs provider 4.0; engines before 25 ignore it.
   *
   * @default - Docker picks one
   */
  readonly macAddress?: string;

  /**
   * The network with the highest one gives the default route. Needs provider 4.0; engines before 28
   * ignore it.
   *
   * @default 0
   */
  readonly gatewayPriority?: number;

  /**
   * Link-local addresses (169.254.0.0/16, fe80::/10) beside the usual ones. Needs provider 4.0.
   *
   * @default - none
   */
  readonly linkLocalIps?: readonly string[];

  /**
   * Options of the network's driver for this container, for instance
   * `{ 'com.docker.network.endpoint.ifname': 'lan0' }`. Needs provider 4.0.
   *
   * @default - none
   */
  readonly driverOptions?: Readonly<Record<string, string>>;
}

/** A network to be in, with the container's place in it. */
export interface AttachmentProps extends AttachmentOptions {
  /** The network, or `NetworkMode.bridge` for the default bridge. */
  readonly network: Network | DefaultBridge;
}

/** A published port, or two ranges of equal length. */
export interface PortMapping {
  /** Port inside the container, or a range such as `8000-8010`. */
  readonly container: number | string;

  /**
   * Port on the host, or a range.
   *
   * @default - Docker picks a free one at each start
   */
  readonly host?: number | string;

  /**
   * Host address to bind to.
   *
   * @default - every address of both families
   */
  readonly hostIp?: string;

  /**
   * Transport protocol.
   *
   * @default 'tcp'
   */
  readonly protocol?: Protocol;
}

/** A value of an environment variable. */
export type EnvValue = string | number | boolean | Secret;

/** How long a container may take to become healthy. */
export interface WaitHealthyProps {
  /**
   * Seconds after which the apply fails.
   *
   * @default 60
   */
  readonly timeoutSeconds?: number;
}

/** Settings of a {@link Container}; the names are those of `docker run`. */
export interface ContainerProps {
  /** Image reference such as `nginx:1.27`, or an `Image`. */
  readonly image: string | IImage;

  /**
   * Name that Docker knows the container by.
   *
   * @default - the construct path with dashes: `blog-db001`
   */
  readonly name?: string;

  /**
   * The engine that runs the container.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * Networks to be in. The construct id is a name of the container in each of them but the default
   * bridge, which has no names.
   *
   * @default - the default bridge
   */
  readonly networks?: readonly (Network | DefaultBridge | AttachmentProps)[];

  /**
   * `NetworkMode.host`, `.none` or `.container(other)` instead of networks.
   *
   * @default NetworkMode.bridge
   */
  readonly networkMode?: NetworkMode;

  /**
   * Ports opened on the host, in every form of `docker run -p` (`80`, `8080:80`, `127.0.0.1:8080:80`,
   * `127.0.0.1::80`, `[::1]:8080:80`, `8000-8010:9000-9010`, `53:53/udp`), or as objects.
   * A range of host ports for one container port cannot be expressed by the provider.
   *
   * @default - none
   */
  readonly publish?: readonly (string | number | PortMapping)[];

  /**
   * Whether every port that the image exposes is opened on a free port of the host (`-P`).
   *
   * @default false
   */
  readonly publishAll?: boolean;

  /**
   * Ports that other containers may be meant to use, for the checks and pictures: `80`, `53/udp`. The
   * provider cannot hand them to the engine, and between containers nothing depends on it.
   *
   * @default - none
   */
  readonly expose?: readonly (string | number)[];

  /**
   * Ports that the program inside answers on.
   *
   * @default - the container ports of `publish` and `expose`
   */
  readonly listens?: readonly (string | number | Listener)[];

  /**
   * Command and arguments, one word each; none may be empty.
   *
   * @default - the image's
   */
  readonly command?: readonly string[];

  /**
   * Program that gets the command as arguments, one word each.
   *
   * @default - the image's
   */
  readonly entrypoint?: readonly string[];

  /**
   * Environment variables. Text is taken as it is; put secrets in as `Secret`.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, EnvValue>>;

  /**
   * Files with one `NAME=value` a line, read at synth as `docker run --env-file` reads them. Their
   * values are handed to Terraform as sensitive and never stand in the plan; `env` wins over them.
   *
   * @default - none
   */
  readonly envFiles?: readonly string[];

  /**
   * Volumes, host paths and tmpfs: `volume.at('/var/lib/mysql')`, `Mount.bind(...)`,
   * `Mount.tmpfs(...)`, or `docker run -v` arguments.
   *
   * @default - none
   */
  readonly volumes?: readonly (Mount | string)[];

  /**
   * Files put into the container before its first start. A change replaces the container.
   *
   * @default - none
   */
  readonly files?: readonly FileProps[];

  /**
   * User and optional group of the process: `1000`, `www-data`, `1000:1000`.
   *
   * @default - the image's
   */
  readonly user?: string;

  /**
   * Working directory, absolute.
   *
   * @default - the image's
   */
  readonly workingDir?: string;

  /**
   * Host name inside the container, at most 64 characters.
   *
   * @default - the first twelve digits of the container's id
   */
  readonly hostname?: string;

  /**
   * Domain name inside the container.
   *
   * @default - none
   */
  readonly domainname?: string;

  /**
   * Name servers. On user networks Docker's own server answers first and asks these for names it does
   * not know. The provider keeps them as a set: more than one may reach the engine in another order.
   *
   * @default - the daemon's, else the host's
   */
  readonly dns?: readonly string[];

  /**
   * Domains that short names are looked up in. The provider keeps them as a set, see `dns`.
   *
   * @default - the host's
   */
  readonly dnsSearch?: readonly string[];

  /**
   * Options of the resolver, for instance `ndots:2`.
   *
   * @default - the host's
   */
  readonly dnsOptions?: readonly string[];

  /**
   * Lines of the hosts file, by name: an address, several, or `host-gateway` for the host itself.
   *
   * @default - none
   */
  readonly extraHosts?: Readonly<Record<string, string | readonly string[]>>;

  /**
   * Kernel settings of the container's own network namespace and IPC.
   *
   * @default - none
   */
  readonly sysctls?: Readonly<Record<string, string | number>>;

  /**
   * Capabilities to add: `NET_ADMIN`, `ALL`.
   *
   * @default - none
   */
  readonly capAdd?: readonly string[];

  /**
   * Capabilities to take away.
   *
   * @default - none
   */
  readonly capDrop?: readonly string[];

  /**
   * Devices of the host: `/dev/net/tun`, `/dev/sda:/dev/xvda:r`.
   *
   * @default - none
   */
  readonly devices?: readonly (string | Device)[];

  /**
   * Graphics processors: `all`.
   *
   * @default - none
   */
  readonly gpus?: string;

  /**
   * Security options: `no-new-privileges`, `seccomp=unconfined`.
   *
   * @default - none
   */
  readonly securityOpts?: readonly string[];

  /**
   * Limits of the kernel for each process: `{ nofile: 1024 }`.
   *
   * @default - the daemon's
   */
  readonly ulimits?: UlimitProps;

  /**
   * Memory limit, in bytes or as text (`512m`); whole mebibytes, at least 6.
   *
   * @default - none
   */
  readonly memory?: number | string;

  /**
   * Memory and swap together, or -1 for unlimited swap.
   *
   * @default - twice `memory`, as Docker has it
   */
  readonly memorySwap?: number | string;

  /**
   * Memory that the container is pushed back to when the host runs short. Needs provider 4.0.
   *
   * @default - none
   */
  readonly memoryReservation?: number | string;

  /**
   * Size of `/dev/shm`; whole mebibytes.
   *
   * @default '64m'
   */
  readonly shmSize?: number | string;

  /**
   * CPUs the container may use at most, for instance 1.5; at least 0.01. Not with `cpuQuota`.
   *
   * @default - all
   */
  readonly cpus?: number;

  /**
   * Weight against other containers when CPUs are short, from 2.
   *
   * @default 1024
   */
  readonly cpuShares?: number;

  /**
   * Length of a scheduler period in microseconds, 1000 to 1000000.
   *
   * @default 100000
   */
  readonly cpuPeriod?: number;

  /**
   * CPU time in each period in microseconds, at least 1000.
   *
   * @default - none
   */
  readonly cpuQuota?: number;

  /**
   * CPUs the container may run on: `0-2,5`.
   *
   * @default - all
   */
  readonly cpusetCpus?: string;

  /**
   * Driver that keeps the container's output.
   *
   * @default - the daemon's, else `json-file`
   */
  readonly logDriver?: string;

  /**
   * Options of the log driver: `{ 'max-size': '10m' }`.
   *
   * @default - the daemon's
   */
  readonly logOptions?: Readonly<Record<string, string>>;

  /**
   * When the engine starts the container again: `no`, `always`, `unless-stopped`, `on-failure`,
   * `on-failure:5`.
   *
   * @default 'no'
   */
  readonly restart?: string;

  /**
   * How the engine finds out whether the container works.
   *
   * @default - the image's
   */
  readonly healthcheck?: Healthcheck;

  /**
   * Whether the apply waits until the container is healthy and fails when it does not become so.
   *
   * @default false
   */
  readonly waitHealthy?: boolean | WaitHealthyProps;

  /**
   * Signal that asks the process to end.
   *
   * @default - the image's, else SIGTERM
   */
  readonly stopSignal?: string;

  /**
   * Seconds between that signal and SIGKILL, at `docker stop` and when Terraform destroys or replaces
   * the container; at least 1.
   *
   * @default 10
   */
  readonly stopGraceSeconds?: number;

  /**
   * Labels of the container.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Whether a small init process reaps zombies and passes signals on.
   *
   * @default false
   */
  readonly init?: Flag;

  /**
   * Platform of the image, for instance `linux/arm64`. Needs provider 4.1.
   *
   * @default - the engine's
   */
  readonly platform?: string;

  /**
   * Whether the container's own files are read-only. Not with `files`.
   *
   * @default false
   */
  readonly readOnly?: Flag;

  /**
   * Whether the process may do whatever root on the host may.
   *
   * @default false
   */
  readonly privileged?: Flag;

  /**
   * Whether the process has a terminal.
   *
   * @default false
   */
  readonly tty?: Flag;

  /**
   * Whether standard input stays open.
   *
   * @default false
   */
  readonly stdinOpen?: Flag;

  /**
   * Process ids to see: `host`, or `container:` with an id.
   *
   * @default - its own
   */
  readonly pidMode?: string;

  /**
   * Shared memory to see: `private`, `shareable`, `host`, `none`, or `container:` with an id.
   *
   * @default - the daemon's
   */
  readonly ipcMode?: string;

  /**
   * `host` switches user namespaces off for the container.
   *
   * @default - the daemon's
   */
  readonly usernsMode?: string;

  /**
   * Control groups to see: `private` or `host`.
   *
   * @default - the daemon's
   */
  readonly cgroupnsMode?: string;

  /**
   * Control group above the container's own.
   *
   * @default - the daemon's
   */
  readonly cgroupParent?: string;

  /**
   * Further groups of the process, by name or number.
   *
   * @default - none
   */
  readonly groupAdd?: readonly string[];

  /**
   * Runtime that starts the process: `runc`, `nvidia`.
   *
   * @default - the daemon's
   */
  readonly runtime?: string;

  /**
   * Options of the storage driver: `{ size: '20G' }`.
   *
   * @default - none
   */
  readonly storageOptions?: Readonly<Record<string, string>>;

  /**
   * Whether anonymous volumes go with the container.
   *
   * @default true
   */
  readonly removeVolumes?: boolean;

  /**
   * Whether a stopped container is started again by the next apply.
   *
   * @default true
   */
  readonly mustRun?: boolean;

  /**
   * Whether the container is started at all; with false it is only made.
   *
   * @default true
   */
  readonly start?: boolean;

  /**
   * Milliseconds that the provider waits for a starting container when it reads its state.
   *
   * @default 15000
   */
  readonly refreshTimeoutMs?: number;

  /**
   * Whole id of a container that runs already, to take into Terraform's state instead of making a new
   * one. It goes on running and is left as it is; when this property is taken away again, the next plan
   * replaces it by a container as written here. Needs Terraform 1.5.
   *
   * @default - a new container
   */
  readonly adopt?: string;
}
