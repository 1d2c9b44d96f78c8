import { formatPublish } from '../../notation/publish';
import type { Attachment, Container, ContainerMount } from '../../topology/container';
import { isDefaultBridge } from '../../topology/network';
import type { Topology } from '../../topology/topology';
import { healthcheckOf, limitsOf } from './service-limits';
import { withoutEmpty, type Block } from './block';
import { keyOf } from './key';

/** A container as a Compose service. */
export function serviceOf(container: Container, topology: Topology): Block {
  const { image, command, entrypoint, restart, dependsOn, logDriver } = container;
  const retries = restart?.maxRetries === undefined ? '' : `:${String(restart.maxRetries)}`;
  return withoutEmpty({
    container_name: container.name,
    image,
    entrypoint: escaped(entrypoint),
    command: escaped(command),
    ...networkBlock(container, topology),
    ...nameBlock(container),
    environment: environmentOf(container),
    volumes: container.mounts.flatMap((mount) => volumeOf(mount, topology)),
    volumes_from: container.mounts.flatMap(({ type, source }) =>
      type === 'container' && source !== undefined ? [`container:${source}`] : [],
    ),
    tmpfs: container.mounts.flatMap(({ type, target, options }) =>
      type === 'tmpfs' && options !== undefined ? [`${target ?? ''}:${options}`] : [],
    ),
    depends_on: Object.fromEntries(
      dependsOn.map(({ container: id, condition }) => [
        serviceName(id, topology),
        { condition: CONDITIONS[condition] },
      ]),
    ),
    restart: restart === undefined ? undefined : `${restart.name}${retries}`,
    healthcheck: healthcheckOf(container),
    labels: values(container.labels),
    logging: withoutEmpty({ driver: logDriver, options: values(container.logOptions) }),
    ...processBlock(container),
    ...limitsOf(container),
  });
}

const CONDITIONS = {
  started: 'service_started',
  healthy: 'service_healthy',
  completed: 'service_completed_successfully',
} as const;

/** Name of a container's service. */
export function serviceName(id: string, { containers }: Topology): string {
  return keyOf(id, containers);
}

function networkBlock(container: Container, topology: Topology): Block {
  const { mode, modeContainer, attachments } = container;
  if (mode === 'container') {
    const isHere = topology.containers.some(({ id }) => id === modeContainer);
    const other = modeContainer ?? '';
    return {
      network_mode: isHere ? `service:${serviceName(other, topology)}` : `container:${other}`,
    };
  }
  if (mode !== 'networks') return { network_mode: mode };
  const [first, ...others] = attachments;
  if (first === undefined) return {};
  if (others.length === 0 && isOnDefaultBridge(first, topology)) return { network_mode: 'bridge' };
  const networks = attachments.map((one) => [keyIn(one, topology), attachmentOf(one)] as const);
  return { networks: Object.fromEntries(networks) };
}

/** Beside other networks, the network that Compose makes for the file stands in for the default bridge. */
function keyIn(attachment: Attachment, topology: Topology): string {
  if (isOnDefaultBridge(attachment, topology)) return 'default';
  return keyOf(attachment.network, topology.networks);
}

/** Whether it is the engine's own bridge, which Compose has as a mode, and not as a network. */
export function isOnDefaultBridge({ network }: Attachment, { networks }: Topology): boolean {
  return networks.some((one) => one.id === network && isDefaultBridge(one));
}

function attachmentOf(attachment: Attachment): Block {
  return withoutEmpty({
    ipv4_address: attachment.ipv4,
    ipv6_address: attachment.ipv6,
    aliases: attachment.aliases,
    mac_address: attachment.macAddress,
    link_local_ips: attachment.linkLocalIps,
    gw_priority: attachment.gatewayPriority,
    driver_opts: values(attachment.driverOptions),
  });
}

function nameBlock(container: Container): Block {
  const { hostname, domainname, dns, dnsSearch, dnsOptions, extraHosts, publish, expose } =
    container;
  return {
    hostname,
    domainname,
    dns,
    dns_search: dnsSearch,
    dns_opt: dnsOptions,
    extra_hosts: extraHosts.map(({ host, address }) => `${host}:${address}`),
    ports: publish.map(formatPublish),
    expose: expose.map(({ port, protocol }) => `${String(port)}/${protocol}`),
  };
}

/** A secret is named alone: Compose takes it from the environment that it runs in. */
function environmentOf({ env, secretEnv }: Container): Block {
  return { ...values(env), ...Object.fromEntries(secretEnv.map((name) => [name, null])) };
}

function volumeOf(mount: ContainerMount, { volumes }: Topology): Block[] {
  const { type, source, volume, target, readOnly, noCopy, subpath, propagation } = mount;
  // A tmpfs with options has a place of its own.
  if (type === 'container' || (type === 'tmpfs' && mount.options !== undefined)) return [];
  const name = volumes.find(({ id }) => id === volume);
  return [
    withoutEmpty({
      type,
      source: name === undefined ? source : keyOf(name.id, volumes),
      target,
      read_only: readOnly,
      volume: withoutEmpty({ nocopy: noCopy, subpath }),
      bind: withoutEmpty({ propagation }),
    }),
  ];
}

function processBlock(container: Container): Block {
  return {
    user: container.user,
    working_dir: container.workingDir,
    stop_signal: container.stopSignal,
    stop_grace_period:
      container.stopGraceSeconds === undefined
        ? undefined
        : `${String(container.stopGraceSeconds)}s`,
    init: container.init,
    tty: container.tty,
    stdin_open: container.stdinOpen,
    privileged: container.privileged,
    read_only: container.readOnly,
    cap_add: container.capAdd,
    cap_drop: container.capDrop,
    devices: container.devices.map(
      (one) => `${one.hostPath}:${one.containerPath}:${one.permissions}`,
    ),
    security_opt: container.securityOpts,
    sysctls: values(container.sysctls),
    group_add: container.groupAdd,
    pid: container.pidMode,
    ipc: container.ipcMode,
    userns_mode: container.usernsMode,
    cgroup: container.cgroupnsMode,
    cgroup_parent: container.cgroupParent,
    runtime: container.runtime,
    platform: container.platform,
    storage_opt: values(container.storageOptions),
  };
}

/** Compose replaces what follows a dollar sign; two stand for one. */
function values(map: Readonly<Record<string, string>>): Block {
  const entries = Object.entries(map).map(([key, value]) => [key, literal(value)] as const);
  return Object.fromEntries(entries);
}

function escaped(words: readonly string[] | undefined): readonly string[] | undefined {
  return words?.map(literal);
}

function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}
