/** Finds the findings of a topology with every rule on, and prints the CPU time as JSON. */
import { EMPTY_TOPOLOGY, findFindings, parseTopology, type Topology } from 'portolan/topology';

/** One host with networks of a /24 or more each; containers as people write them. */
function topologyOf(containers: number, networks: number): Topology {
  const json = {
    version: EMPTY_TOPOLOGY.version,
    hosts: [{ id: 'local', endpoint: 'environment', engineVersion: '28.5' }],
    networks: Array.from({ length: networks }, (_, index) => ({
      id: `bench/net${String(index)}`,
      name: `bench-net${String(index)}`,
      host: 'local',
      stack: 'bench',
      driver: 'bridge',
      subnets: [{ cidr: `${blockStart(index)}.0/23`, gateway: `${blockStart(index)}.1` }],
    })),
    volumes: [],
    containers: Array.from({ length: containers }, (_, index) => containerOf(index, networks)),
  };
  return parseTopology(JSON.stringify(json), 'bench');
}

/** First three numbers of the network's block, a /23. */
function blockStart(network: number): string {
  return `10.${String(network >> 7)}.${String((network & 127) * 2)}`;
}

function containerOf(index: number, networks: number): object {
  const network = index % networks;
  const place = Math.floor(index / networks) + 10;
  const start = `10.${String(network >> 7)}.${String((network & 127) * 2 + (place >> 8))}`;
  const name = `c${String(index)}`;
  const earlier = `bench/c${String(index - networks)}`;
  return {
    id: `bench/${name}`,
    name: `bench-${name}`,
    host: 'local',
    stack: 'bench',
    image: index % 3 === 0 ? 'mariadb:11.4.2' : 'nginx:1.27',
    mode: 'networks',
    attachments: [
      {
        network: `bench/net${String(network)}`,
        ipv4: `${start}.${String(place & 255)}`,
        aliases: [name],
      },
    ],
    env: { LOG_LEVEL: 'info', DB_HOST: `c${String(Math.max(0, index - networks))}`, PORT: '80' },
    secretEnv: index % 3 === 0 ? ['MARIADB_ROOT_PASSWORD'] : [],
    publish:
      index % 3 === 1 ? [{ containerPort: 80, hostPort: 10000 + index, protocol: 'tcp' }] : [],
    listens: [{ port: 80, protocol: 'tcp' }],
    restart: { name: 'always' },
    dependsOn: index >= networks ? [{ container: earlier, condition: 'started' }] : [],
  };
}

const [containers = 10_000, networks = 500] = process.argv.slice(2).map(Number);
const topology = topologyOf(containers, networks);
const before = process.cpuUsage();
const findings = findFindings(topology);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    containers,
    networks,
    findings: findings.length,
    cpuMs: (user + system) / 1_000,
  }),
);
