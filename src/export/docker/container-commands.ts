import { formatPublish } from '../../notation/publish';
import type { Attachment, Container, ContainerMount } from '../../topology/container';
import type { Topology } from '../../topology/topology';
import { linkOptions } from './link-options';
import { flag, option, options, pairs, type DockerCommand } from './words';

/**
 * The commands for one container: `docker create` in its first network, `docker network connect` for
 * the others, `docker start`.
 */
export function containerCommands(container: Container, topology: Topology): DockerCommand[] {
  const name = container.name ?? container.id;
  const [, ...others] = container.attachments;
  return [
    createCommand(container, topology),
    ...others.map((attachment) => [
      ...['docker', 'network', 'connect'],
      ...attachmentOptions(attachment, '--alias'),
      ...linkOptions(container, attachment.network, topology),
      networkName(attachment.network, topology),
      name,
    ]),
    ['docker', 'start', ...flag('--attach', container.oneShot), name],
  ];
}

function createCommand(container: Container, topology: Topology): DockerCommand {
  const { entrypoint = [], command = [], image } = container;
  const [program, ...rest] = entrypoint;
  return [
    ...['docker', 'create', '--name', container.name ?? container.id],
    ...networkOptions(container, topology),
    ...portOptions(container),
    ...nameOptions(container),
    ...processOptions(container),
    ...container.mounts.flatMap((mount) => mountOptions(mount, topology)),
    ...isolationOptions(container),
    ...resourceOptions(container),
    ...option('--entrypoint', program),
    image ?? '',
    ...rest,
    ...command,
  ];
}

function networkOptions(container: Container, topology: Topology): string[] {
  const { mode, modeContainer, attachments } = container;
  const [first] = attachments;
  if (mode === 'container') {
    const other = topology.containers.find(({ id }) => id === modeContainer);
    return ['--network', `container:${other?.name ?? modeContainer ?? ''}`];
  }
  if (mode !== 'networks') return ['--network', mode];
  if (first === undefined) return [];
  return [
    ...['--network', networkName(first.network, topology)],
    ...attachmentOptions(first, '--network-alias'),
    ...option('--mac-address', first.macAddress),
    ...linkOptions(container, first.network, topology),
  ];
}

function attachmentOptions(attachment: Attachment, alias: '--alias' | '--network-alias'): string[] {
  return [
    ...option('--ip', attachment.ipv4),
    ...option('--ip6', attachment.ipv6),
    ...options(alias, attachment.aliases),
    ...options('--link-local-ip', attachment.linkLocalIps),
    ...(alias === '--alias' ? pairs('--driver-opt', attachment.driverOptions) : []),
  ];
}

function networkName(id: string, { networks }: Topology): string {
  return networks.find((network) => network.id === id)?.name ?? id;
}

function portOptions({ publish, publishAll, expose }: Container): string[] {
  return [
    ...options('--publish', publish.map(formatPublish)),
    ...flag('--publish-all', publishAll),
    ...options(
      '--expose',
      expose.map(({ port, protocol }) => `${String(port)}/${protocol}`),
    ),
  ];
}

function nameOptions(container: Container): string[] {
  const { hostname, domainname, dns, dnsSearch, dnsOptions, extraHosts } = container;
  return [
    ...option('--hostname', hostname),
    ...option('--domainname', domainname),
    ...options('--dns', dns),
    ...options('--dns-search', dnsSearch),
    ...options('--dns-option', dnsOptions),
    ...options(
      '--add-host',
      extraHosts.map(({ host, address }) => `${host}:${address}`),
    ),
  ];
}

function processOptions(container: Container): string[] {
  const { env, secretEnv, restart, healthcheck, user, workingDir, stopSignal } = container;
  const retries = restart?.maxRetries === undefined ? '' : `:${String(restart.maxRetries)}`;
  return [
    ...pairs('--env', env),
    ...options('--env', secretEnv),
    ...option('--restart', restart === undefined ? undefined : `${restart.name}${retries}`),
    ...(healthcheck === undefined ? [] : healthOptions(healthcheck)),
    ...option('--user', user),
    ...option('--workdir', workingDir),
    ...option('--stop-signal', stopSignal),
    ...option('--stop-timeout', container.stopGraceSeconds),
    ...flag('--init', container.init),
    ...flag('--tty', container.tty),
    ...flag('--interactive', container.stdinOpen),
    ...pairs('--label', container.labels),
    ...option('--log-driver', container.logDriver),
    ...pairs('--log-opt', container.logOptions),
  ];
}

function mountOptions(mount: ContainerMount, topology: Topology): string[] {
  const { type, target = '', readOnly, propagation, noCopy, options: words } = mount;
  const source = sourceOf(mount, topology);
  if (type === 'container') return ['--volumes-from', source ?? ''];
  if (type === 'tmpfs') return ['--tmpfs', words === undefined ? target : `${target}:${words}`];
  const flags = [...flag('ro', readOnly), ...flag('nocopy', noCopy === true), propagation ?? ''];
  const suffix = flags.filter((word) => word !== '').join(',');
  const place = source === undefined ? target : `${source}:${target}`;
  return ['--volume', suffix === '' ? place : `${place}:${suffix}`];
}

function sourceOf({ source, volume }: ContainerMount, { volumes }: Topology): string | undefined {
  return source ?? volumes.find(({ id }) => id === volume)?.name ?? volume;
}

function healthOptions(check: NonNullable<Container['healthcheck']>): string[] {
  const [kind, ...words] = check.test;
  if (kind === 'NONE') return ['--no-healthcheck'];
  return [
    ...['--health-cmd', words.join(' ')],
    ...option('--health-interval', check.interval),
    ...option('--health-timeout', check.timeout),
    ...option('--health-start-period', check.startPeriod),
    ...option('--health-start-interval', check.startInterval),
    ...option('--health-retries', check.retries),
  ];
}

function isolationOptions(container: Container): string[] {
  const { pidMode, ipcMode, usernsMode, cgroupnsMode, cgroupParent } = container;
  return [
    ...options('--cap-add', container.capAdd),
    ...options('--cap-drop', container.capDrop),
    ...options(
      '--device',
      container.devices.map((d) => `${d.hostPath}:${d.containerPath}:${d.permissions}`),
    ),
    ...option('--gpus', container.gpus),
    ...options('--security-opt', container.securityOpts),
    ...pairs('--sysctl', container.sysctls),
    ...options('--group-add', container.groupAdd),
    ...flag('--privileged', container.privileged),
    ...flag('--read-only', container.readOnly),
    ...option('--pid', pidMode),
    ...option('--ipc', ipcMode),
    ...option('--userns', usernsMode),
    ...option('--cgroupns', cgroupnsMode),
    ...option('--cgroup-parent', cgroupParent),
    ...option('--runtime', container.runtime),
    ...option('--platform', container.platform),
  ];
}

function resourceOptions({ resources, ulimits, storageOptions }: Container): string[] {
  return [
    ...option('--memory', resources.memoryBytes),
    ...option('--memory-swap', resources.memorySwapBytes),
    ...option('--memory-reservation', resources.memoryReservationBytes),
    ...option('--shm-size', resources.shmSizeBytes),
    ...option('--cpus', resources.cpus),
    ...option('--cpu-shares', resources.cpuShares),
    ...option('--cpu-period', resources.cpuPeriod),
    ...option('--cpu-quota', resources.cpuQuota),
    ...option('--cpuset-cpus', resources.cpusetCpus),
    ...options(
      '--ulimit',
      ulimits.map(({ name, soft, hard }) => `${name}=${String(soft)}:${String(hard)}`),
    ),
    ...pairs('--storage-opt', storageOptions),
  ];
}
