import type { Attachment, Container, Network, Topology } from 'portolan/topology';
import type { Connections } from './deployers';
import { docker } from './docker';

/** What the engine says of a container; the parts that a topology plans. */
export interface InspectedContainer {
  readonly Id: string;
  readonly Name: string;
  readonly Image: string;
  readonly State: {
    readonly Status: string;
    readonly ExitCode: number;
    readonly Pid: number;
    readonly StartedAt: string;
  };
  readonly Config: { readonly Image: string; readonly Env: readonly string[] };
  readonly HostConfig: {
    readonly NetworkMode: string;
    readonly RestartPolicy: { readonly Name: string };
    readonly Binds: readonly string[] | null;
  };
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, InspectedEndpoint>>;
    readonly Ports: Readonly<
      Record<string, readonly { HostIp: string; HostPort: string }[] | null>
    >;
  };
}

/** A container's end in one network. */
interface InspectedEndpoint {
  readonly IPAddress: string;
  readonly Gateway: string;
  readonly Aliases: readonly string[] | null;
  readonly IPAMConfig: { readonly IPv4Address?: string } | null;
}

/** What the engine says of a network. */
export interface InspectedNetwork {
  readonly Id: string;
  readonly Name: string;
  readonly Driver: string;
  readonly Internal: boolean;
  readonly IPAM: { readonly Config: readonly { Subnet: string; Gateway?: string }[] | null };
  readonly Options: Readonly<Record<string, string>> | null;
}

/** What the engine says of a container, by its name. */
export async function inspectContainer(
  name: string,
  connection: readonly string[] = [],
): Promise<InspectedContainer> {
  const [found] = JSON.parse(
    await docker(...connection, 'container', 'inspect', name),
  ) as InspectedContainer[];
  if (found === undefined) throw new RangeError(`docker inspect ${name} shows nothing`);
  return found;
}

/** What the engine says of a network, by its name. */
export async function inspectNetwork(
  name: string,
  connection: readonly string[] = [],
): Promise<InspectedNetwork> {
  const [found] = JSON.parse(
    await docker(...connection, 'network', 'inspect', name),
  ) as InspectedNetwork[];
  if (found === undefined) throw new RangeError(`docker network inspect ${name} shows nothing`);
  return found;
}

/**
 * Reads the topology's containers and networks off the engines, in the words of the plan: what was
 * left to Docker stays open, so the two are equal when the engine has what was asked for.
 */
export async function readDeployed(
  topology: Topology,
  connections: Connections,
): Promise<readonly unknown[]> {
  const networks = topology.networks.filter(({ external }) => !external);
  const containers = topology.containers.filter(({ external }) => !external);
  return [
    ...(await Promise.all(
      networks.map(async (plan) =>
        readNetwork(plan, await inspectNetwork(nameOf(plan), connections[plan.host])),
      ),
    )),
    ...(await Promise.all(
      containers.map(async (plan) =>
        readContainer(plan, await inspectContainer(nameOf(plan), connections[plan.host]), topology),
      ),
    )),
  ];
}

/** The same words for what the topology asks for. */
export function readPlanned(topology: Topology): readonly unknown[] {
  const networks = topology.networks.filter(({ external }) => !external);
  const containers = topology.containers.filter(({ external }) => !external);
  return [
    ...networks.map((plan) => ({
      network: nameOf(plan),
      driver: plan.driver,
      internal: plan.internal,
      subnets: plan.subnets.map(({ cidr, gateway }) => `${String(cidr)} ${String(gateway)}`),
      options: plan.options,
    })),
    ...containers.map((plan) => ({
      container: nameOf(plan),
      image: plan.image,
      state: plan.oneShot ? 'exited 0' : 'running 0',
      restart: plan.restart?.name ?? 'no',
      mode: plan.mode,
      attachments: plan.attachments
        .map((attachment) => plannedAttachment(attachment, topology))
        .sort(byText),
      ports: plannedPorts(plan),
    })),
  ];
}

function readNetwork(plan: Network, found: InspectedNetwork): unknown {
  const blocks = plan.subnets.length === 0 ? [] : (found.IPAM.Config ?? []);
  return {
    network: found.Name,
    driver: found.Driver,
    internal: found.Internal,
    subnets: blocks.map(({ Subnet, Gateway }) => `${Subnet} ${String(Gateway)}`),
    options: found.Options ?? {},
  };
}

function readContainer(plan: Container, found: InspectedContainer, topology: Topology): unknown {
  const { State, HostConfig, NetworkSettings } = found;
  return {
    container: found.Name.slice(1),
    image: found.Config.Image,
    state: `${State.Status} ${String(State.ExitCode)}`,
    restart: HostConfig.RestartPolicy.Name === '' ? 'no' : HostConfig.RestartPolicy.Name,
    mode: modeOf(HostConfig.NetworkMode),
    attachments: attachmentsOf(plan, found, topology).sort(byText),
    ports: foundPorts(plan, NetworkSettings.Ports),
  };
}

function modeOf(mode: string): Container['mode'] {
  if (mode.startsWith('container:')) return 'container';
  return mode === 'host' || mode === 'none' ? mode : 'networks';
}

function attachmentsOf(
  { mode, attachments }: Container,
  { Id, NetworkSettings }: InspectedContainer,
  topology: Topology,
): string[] {
  if (mode !== 'networks') return [];
  return Object.entries(NetworkSettings.Networks).map(([network, end]) => {
    const plan = attachments.find(({ network: id }) => networkName(id, topology) === network);
    const aliases = (end.Aliases ?? []).filter((alias) => alias !== Id.slice(0, 12));
    const fixed = end.IPAMConfig?.IPv4Address ?? '';
    const isThere = plan?.ipv4 === undefined || plan.ipv4 === end.IPAddress;
    return describe(network, isThere ? fixed : `${fixed}, but has ${end.IPAddress}`, aliases);
  });
}

function plannedAttachment({ network, ipv4, aliases }: Attachment, topology: Topology): string {
  return describe(networkName(network, topology), ipv4 ?? '', aliases);
}

function describe(network: string, address: string, aliases: readonly string[]): string {
  return `${network} ${address} ${[...new Set(aliases)].sort().join(',')}`;
}

function networkName(id: string, { networks }: Topology): string {
  return networks.find((network) => network.id === id)?.name ?? id;
}

/** `80/tcp on 127.0.0.1:8080`; a port that Docker picks is `*`. */
function plannedPorts({ publish, publishAll, mode }: Container): string[] {
  if (mode !== 'networks' || publishAll) return [];
  return publish
    .flatMap(({ containerPort, protocol, hostIp, hostPort }) => {
      const addresses = hostIp === undefined ? ['0.0.0.0', '::'] : [hostIp];
      return addresses.map(
        (address) =>
          `${String(containerPort)}/${protocol} on ${address}:${String(hostPort ?? '*')}`,
      );
    })
    .sort(byText);
}

function foundPorts(
  { publish, publishAll }: Container,
  ports: InspectedContainer['NetworkSettings']['Ports'],
): string[] {
  if (publishAll) return [];
  const picked = new Set(
    publish
      .filter(({ hostPort }) => hostPort === undefined)
      .map(({ containerPort, protocol }) => `${String(containerPort)}/${protocol}`),
  );
  return Object.entries(ports)
    .flatMap(([port, bindings]) =>
      (bindings ?? []).map(
        ({ HostIp, HostPort }) => `${port} on ${HostIp}:${picked.has(port) ? '*' : HostPort}`,
      ),
    )
    .sort(byText);
}

function nameOf({ name, id }: { readonly name?: string; readonly id: string }): string {
  return name ?? id;
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
