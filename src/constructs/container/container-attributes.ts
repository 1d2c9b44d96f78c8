import * as docker from '@cdktf/provider-docker/lib/container';
import {
  booleanToTerraform,
  hashMapper,
  listMapper,
  numberToTerraform,
  stringToTerraform,
  type TerraformMetaArguments,
} from 'cdktf';

type Mapper = (value: unknown) => unknown;

const strings = listMapper(stringToTerraform, false) as Mapper;
const map = hashMapper(stringToTerraform) as Mapper;

/** Attributes of `docker_container` that are blocks in Terraform. */
type BlockKey =
  | 'capabilities'
  | 'devices'
  | 'healthcheck'
  | 'host'
  | 'labels'
  | 'mounts'
  | 'networksAdvanced'
  | 'ports'
  | 'ulimit'
  | 'upload'
  | 'volumes';

/** The other attributes. */
type PlainKey = Exclude<keyof docker.ContainerConfig, keyof TerraformMetaArguments | BlockKey>;

/** How each plain attribute is written, as the bindings do it. */
const PLAIN: Readonly<Record<PlainKey, Mapper>> = {
  attach: booleanToTerraform,
  cgroupParent: stringToTerraform,
  cgroupnsMode: stringToTerraform,
  command: strings,
  containerReadRefreshTimeoutMilliseconds: numberToTerraform,
  cpuPeriod: numberToTerraform,
  cpuQuota: numberToTerraform,
  cpuSet: stringToTerraform,
  cpuShares: numberToTerraform,
  cpus: stringToTerraform,
  destroyGraceSeconds: numberToTerraform,
  dns: strings,
  dnsOpts: strings,
  dnsSearch: strings,
  domainname: stringToTerraform,
  entrypoint: strings,
  env: strings,
  gpus: stringToTerraform,
  groupAdd: strings,
  hostname: stringToTerraform,
  id: stringToTerraform,
  image: stringToTerraform,
  init: booleanToTerraform,
  ipcMode: stringToTerraform,
  logDriver: stringToTerraform,
  logOpts: map,
  logs: booleanToTerraform,
  maxRetryCount: numberToTerraform,
  memory: numberToTerraform,
  memorySwap: numberToTerraform,
  mustRun: booleanToTerraform,
  name: stringToTerraform,
  networkMode: stringToTerraform,
  pidMode: stringToTerraform,
  privileged: booleanToTerraform,
  publishAllPorts: booleanToTerraform,
  readOnly: booleanToTerraform,
  removeVolumes: booleanToTerraform,
  restart: stringToTerraform,
  rm: booleanToTerraform,
  runtime: stringToTerraform,
  securityOpts: strings,
  shmSize: numberToTerraform,
  start: booleanToTerraform,
  stdinOpen: booleanToTerraform,
  stopSignal: stringToTerraform,
  stopTimeout: numberToTerraform,
  storageOpts: map,
  sysctls: map,
  tmpfs: map,
  tty: booleanToTerraform,
  user: stringToTerraform,
  usernsMode: stringToTerraform,
  wait: booleanToTerraform,
  waitTimeout: numberToTerraform,
  workingDir: stringToTerraform,
};

/** An object of the bindings that holds the value of a block and hands out references to it. */
export interface Block {
  internalValue?: unknown;
}

interface BlockAttribute {
  readonly toTerraform: Mapper;
  readonly create: (resource: docker.Container) => Block;
}

const {
  ContainerCapabilitiesOutputReference: Capabilities,
  ContainerDevicesList: Devices,
  ContainerHealthcheckOutputReference: Healthcheck,
  ContainerHostList: Hosts,
  ContainerLabelsList: Labels,
  ContainerMountsList: Mounts,
  ContainerNetworksAdvancedList: NetworksAdvanced,
  ContainerPortsList: Ports,
  ContainerUlimitList: Ulimits,
  ContainerUploadList: Uploads,
  ContainerVolumesList: Volumes,
} = docker;

/** How each block is written, and the object of the bindings that stands for it. */
const BLOCKS: Readonly<Record<BlockKey, BlockAttribute>> = {
  capabilities: {
    toTerraform: docker.containerCapabilitiesToTerraform as Mapper,
    create: (resource) => new Capabilities(resource, 'capabilities'),
  },
  devices: {
    toTerraform: blocks(docker.containerDevicesToTerraform),
    create: (resource) => new Devices(resource, 'devices', true),
  },
  healthcheck: {
    toTerraform: docker.containerHealthcheckToTerraform as Mapper,
    create: (resource) => new Healthcheck(resource, 'healthcheck'),
  },
  host: {
    toTerraform: blocks(docker.containerHostToTerraform),
    create: (resource) => new Hosts(resource, 'host', true),
  },
  labels: {
    toTerraform: blocks(docker.containerLabelsToTerraform),
    create: (resource) => new Labels(resource, 'labels', true),
  },
  mounts: {
    toTerraform: blocks(docker.containerMountsToTerraform),
    create: (resource) => new Mounts(resource, 'mounts', true),
  },
  networksAdvanced: {
    toTerraform: blocks(withExtra(docker.containerNetworksAdvancedToTerraform)),
    create: (resource) => new NetworksAdvanced(resource, 'networks_advanced', true),
  },
  ports: {
    toTerraform: blocks(docker.containerPortsToTerraform),
    create: (resource) => new Ports(resource, 'ports', false),
  },
  ulimit: {
    toTerraform: blocks(docker.containerUlimitToTerraform),
    create: (resource) => new Ulimits(resource, 'ulimit', true),
  },
  upload: {
    toTerraform: blocks(docker.containerUploadToTerraform),
    create: (resource) => new Uploads(resource, 'upload', true),
  },
  volumes: {
    toTerraform: blocks(withExtra(docker.containerVolumesToTerraform)),
    create: (resource) => new Volumes(resource, 'volumes', true),
  },
};

/** What newer providers know of a block and the bindings do not, by Terraform's names. */
export interface Extra {
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Terraform's name of an attribute: `cpuSet` is `cpu_set`. */
function terraformName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** How an attribute is written. */
export interface ContainerAttribute {
  /** Terraform's name. */
  readonly name: string;
  readonly toTerraform: Mapper;

  /** Makes the object of the bindings that stands for it; only of blocks. */
  readonly create?: (resource: docker.Container) => Block;
}

/** Every attribute of `docker_container` by its name in the bindings. */
export const CONTAINER_ATTRIBUTES: ReadonlyMap<string, ContainerAttribute> = new Map<
  string,
  ContainerAttribute
>([
  ...Object.entries(PLAIN).map(
    ([key, toTerraform]) => [key, { name: terraformName(key), toTerraform }] as const,
  ),
  ...Object.entries(BLOCKS).map(
    ([key, block]) => [key, { name: terraformName(key), ...block }] as const,
  ),
]);

function blocks(toTerraform: (value: never) => unknown): Mapper {
  return listMapper(toTerraform as Mapper, true) as Mapper;
}

function withExtra(toTerraform: (value: never) => unknown): Mapper {
  return (value) => {
    const written = toTerraform(value as never);
    const extra = (value as Extra | undefined)?.extra;
    return extra === undefined ? written : { ...(written as object), ...extra };
  };
}
