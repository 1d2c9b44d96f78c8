import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';
import type { Container, Topology } from 'portolan/topology';
import type { Connections } from './deployers';
import { docker } from './docker';

/** What an example wants is in use by something that is not the test's. */
class GroundTaken extends Error {
  override readonly name = 'GroundTaken';
}

/** Every object of the engines, one a line: `host-a network bridge`. */
export type Ground = readonly string[];

const LISTS = {
  container: ['ps', '--all', '--format', '{{.Names}}'],
  network: ['network', 'ls', '--format', '{{.Name}}'],
  volume: ['volume', 'ls', '--format', '{{.Name}}'],
} as const;

/** What the names of other suites' objects begin with; they may run at the same time. */
const OF_A_BENCH = 'ptl-';

/** What is on the engines of the topology's hosts now, less what other suites have there. */
export async function surveyGround(topology: Topology, connections: Connections): Promise<Ground> {
  const found: string[] = [];
  for (const { id } of topology.hosts) {
    for (const [kind, list] of Object.entries(LISTS)) {
      const text = await docker(...(connections[id] ?? []), ...list);
      const names = text.split('\n').filter((name) => name !== '' && !name.startsWith(OF_A_BENCH));
      found.push(...names.map((name) => `${id} ${kind} ${name}`));
    }
  }
  return found.sort();
}

/**
 * Checks that the names, address blocks and ports that the topology wants are free. Examples have
 * fixed ones, and what others made stays untouched.
 *
 * @throws GroundTaken
 */
export async function checkGround(topology: Topology, connections: Connections): Promise<void> {
  const taken = new Set(await surveyGround(topology, connections));
  const names = namesOf(topology).filter((name) => taken.has(name));
  const ports = await takenPorts(topology, connections);
  const problems = [...names, ...(await takenBlocks(topology, connections)), ...ports];
  if (problems.length === 0) return;
  throw new GroundTaken(
    `the engine or the host already has what the test wants to make: ${problems.join(', ')}; remove it or run the test elsewhere`,
  );
}

/** Objects that the topology makes, as {@link surveyGround} writes them. */
export function namesOf({ containers, networks, volumes }: Topology): string[] {
  const lists = { container: containers, network: networks, volume: volumes };
  return Object.entries(lists).flatMap(([kind, list]) =>
    list
      .filter(({ external }) => !external)
      .map(({ host, name = '' }) => `${host} ${kind} ${name}`),
  );
}

async function takenBlocks(topology: Topology, connections: Connections): Promise<string[]> {
  const wanted = topology.networks.filter(({ external }) => !external);
  const taken: string[] = [];
  for (const { id } of topology.hosts) {
    const connection = connections[id] ?? [];
    const ids = await docker(...connection, 'network', 'ls', '--quiet');
    const format = '{{.Name}}{{range .IPAM.Config}} {{.Subnet}}{{end}}';
    const blocks = await docker(
      ...connection,
      ...['network', 'inspect', '--format', format, ...ids.split('\n')],
    );
    for (const { host, subnets } of wanted) {
      if (host !== id) continue;
      for (const { cidr = '?' } of subnets) {
        taken.push(...blocks.split('\n').filter((line) => line.split(' ').includes(cidr)));
      }
    }
  }
  return taken.map((line) => `network ${line}`);
}

/** Ports of this machine; those of other hosts are found out by their engines. */
async function takenPorts(topology: Topology, connections: Connections): Promise<string[]> {
  const here = topology.containers.filter(({ host }) => connections[host] === undefined);
  const wanted = here.flatMap(hostPorts);
  const taken: string[] = [];
  for (const port of wanted) {
    const isFree = port.protocol === 'udp' ? await udpIsFree(port) : await tcpIsFree(port);
    if (!isFree) taken.push(`port ${port.address ?? '*'}:${String(port.port)}/${port.protocol}`);
  }
  return taken;
}

interface HostPort {
  readonly address?: string | undefined;
  readonly port: number;
  readonly protocol: string;
}

function hostPorts({ mode, publish, listens }: Container): HostPort[] {
  if (mode === 'host') return listens.map(({ port, protocol }) => ({ port, protocol }));
  return publish.flatMap(({ hostPort: port, hostIp: address, protocol }) =>
    port === undefined ? [] : [{ address, port, protocol }],
  );
}

function tcpIsFree({ address, port }: HostPort): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve(!isTaken(error));
    });
    server.listen({ port, host: address }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

function udpIsFree({ address, port }: HostPort): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket(address?.includes(':') === true ? 'udp6' : 'udp4');
    socket.once('error', (error) => {
      resolve(!isTaken(error));
    });
    socket.bind(port, address, () => {
      socket.close(() => {
        resolve(true);
      });
    });
  });
}

/** Other errors (a low port without root, a foreign address) say nothing about the port. */
function isTaken(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EADDRINUSE';
}
