import { dockerCommands } from 'portolan/export';
import type { Container, Network, Topology } from 'portolan/topology';
import { docker } from '../support/docker';
import { Agent } from './agent';
import type { Ground } from './ground';

/** What the engine says of a container. */
interface Inspected {
  readonly Name: string;
  readonly State: { readonly Pid: number };
  readonly NetworkSettings: {
    readonly Networks: Readonly<
      Record<string, { readonly IPAddress: string; readonly GlobalIPv6Address: string }>
    >;
  };
}

/** A container that runs, with the test's program in its network namespace. */
export interface Running {
  readonly container: Container;
  readonly agent: Agent;

  /** Folder that its programs take for `/`. */
  readonly root: string;
}

/** What belongs to a connection that was let pass. */
const REPLIES = ['-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED'];

/** A topology on an engine: made by the commands that `export` renders. */
export class Deployed {
  private readonly running = new Map<string, Running>();
  private readonly inspected = new Map<string, Inspected>();

  constructor(
    private readonly ground: Ground,
    readonly topology: Topology,
  ) {}

  /** Makes networks and containers, and has every container answer on what it listens on. */
  async create(): Promise<void> {
    const { ground, topology } = this;
    for (const command of dockerCommands(topology, 'local')) {
      const [, ...words] = command;
      await docker(...ground.engine.connection, ...words);
    }
    for (const { from, to } of topology.hosts[0]?.forwardRules ?? []) {
      const [source, target] = [this.bridgeOf(from), this.bridgeOf(to)];
      await this.letPass(['-i', source, '-o', target]);
      await this.letPass(['-i', target, '-o', source, ...REPLIES]);
    }
    const names = topology.containers.map(({ name }) => name!);
    const text = await docker(...ground.engine.connection, 'inspect', ...names);
    for (const one of JSON.parse(text) as Inspected[]) this.inspected.set(one.Name.slice(1), one);
    await Promise.all(topology.containers.map((container) => this.startAgent(container)));
  }

  /** The container with the program in it. */
  of(id: string): Running {
    return this.running.get(id)!;
  }

  /** The address that the engine gave a container in a network. */
  addressOf(container: string, network: string, family: 4 | 6): string | undefined {
    const { name } = this.topology.networks.find(({ id }) => id === network)!;
    const owner = this.stackOwner(container);
    const found = this.inspected.get(owner.name!)?.NetworkSettings.Networks[name!];
    const address = family === 4 ? found?.IPAddress : found?.GlobalIPv6Address;
    return address === '' ? undefined : address;
  }

  /** Removes everything, also what was made before a failure. */
  async remove(): Promise<void> {
    const { ground, topology } = this;
    for (const { agent } of this.running.values()) await agent.stop();
    const at = ground.engine.connection;
    const ids = await docker(...at, 'ps', '-aq');
    if (ids !== '') await docker(...at, 'rm', '-f', ...ids.split('\n'));
    if (this.hasRules) await ground.onHost('iptables', '-w', '-F', 'DOCKER-USER');
    const there = (await docker(...at, 'network', 'ls', '--format', '{{.Name}}')).split('\n');
    const own = topology.networks.filter(
      ({ name, external }) => !external && there.includes(name!),
    );
    if (own.length > 0) await docker(...at, 'network', 'rm', ...own.map(({ name }) => name!));
  }

  private get hasRules(): boolean {
    return (this.topology.hosts[0]?.forwardRules ?? []).length > 0;
  }

  private letPass(match: readonly string[]): Promise<string> {
    return this.ground.onHost('iptables', '-w', '-I', 'DOCKER-USER', ...match, '-j', 'ACCEPT');
  }

  private bridgeOf(id: string | undefined): string {
    const network = this.topology.networks.find((one: Network) => one.id === id);
    return network?.options['com.docker.network.bridge.name'] ?? '';
  }

  private async startAgent(container: Container): Promise<void> {
    const pid = String(this.inspected.get(container.name!)!.State.Pid);
    const agent = new Agent(`/proc/${pid}/ns/net`);
    this.running.set(container.id, { container, agent, root: `/proc/${pid}/root` });
    const sockets = container.listens.map(({ port, protocol }) => ({
      port,
      protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const),
    }));
    await agent.listen(sockets, container.id);
  }

  private stackOwner(id: string): Container {
    const container = this.topology.containers.find((one) => one.id === id)!;
    return container.modeContainer === undefined
      ? container
      : this.stackOwner(container.modeContainer);
  }
}
