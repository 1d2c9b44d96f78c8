import { PLAN } from './ground';
import type { Random } from './random';
import type { Family } from './scenario';
import { addressesIn, type NetworkDocument } from './scenario-networks';

/** A container of a scenario, in the JSON form of topologies, with all that it does not leave out. */
interface ContainerDocument {
  readonly id: string;
  readonly name: string;
  readonly mode: 'networks' | 'host' | 'none' | 'container';
  readonly modeContainer?: string;
  readonly hostname?: string;
  readonly attachments: readonly {
    readonly network: string;
    readonly aliases: readonly string[];
    readonly ipv4?: string;
    readonly ipv6?: string;
  }[];
  readonly listens: readonly { readonly port: number; readonly protocol: 'tcp' | 'udp' }[];
  readonly publish: readonly object[];
  readonly links: readonly { readonly container: string; readonly aliases: readonly string[] }[];
  readonly extraHosts: readonly { readonly host: string; readonly address: string }[];
}

/** Every program answers here, and nobody on the port after it. */
export const PORT = 80;

const UDP_PORT = 5300;

/** Six to eight containers of every mode, some with ports on the host, names of their own, and links. */
export function addContainers(
  { publishesAlways = false }: Family,
  networks: readonly NetworkDocument[],
  random: Random,
): object[] {
  const maker = new Maker(networks, random, publishesAlways ? [2, 3] : [0, 0, 1, 2, 3]);
  for (let count = 4 + random.below(2); count > 0; count--) maker.addInNetworks();
  maker.addOnDefaultBridge();
  maker.addOnDefaultBridge();
  maker.add({ mode: 'host', listens: [tcp(9000)] });
  if (random.oneIn(2)) maker.add({ mode: 'none', listens: [tcp(PORT)] });
  maker.addSharer();
  return maker.documents();
}

class Maker {
  private readonly made: ContainerDocument[] = [];
  private hostPort = 20_000;

  constructor(
    private readonly networks: readonly NetworkDocument[],
    private readonly random: Random,
    private readonly publishedCounts: readonly number[],
  ) {}

  documents(): object[] {
    return this.made.map((container) => ({ ...RUNNING, ...container }));
  }

  addInNetworks(): void {
    const { random } = this;
    const [bridge, ...own] = this.networks;
    const count = random.pick([1, 1, 1, 2, 2, 3]);
    const taken = random.some(own, count);
    const networks = random.oneIn(6) && bridge !== undefined ? [bridge, ...taken] : taken;
    this.add({ ...this.inNetworks(networks), extraHosts: this.extraHosts(), ...this.links(taken) });
  }

  addOnDefaultBridge(): void {
    const [bridge] = this.networks;
    const other = this.made.findLast(({ attachments }) => attachments[0]?.network === bridge?.id);
    const links =
      other === undefined ? [] : [{ container: other.id, aliases: [`${other.name}-link`] }];
    this.add({ ...this.inNetworks([bridge!]), links });
  }

  addSharer(): void {
    const donor = this.random.pick(this.made.filter(({ mode }) => mode === 'networks'));
    this.add({ mode: 'container', modeContainer: donor.id, listens: [tcp(8081)] });
  }

  add(fields: Partial<ContainerDocument> & Pick<ContainerDocument, 'mode'>): void {
    const name = `c${String(this.made.length)}`;
    const empty = { attachments: [], listens: [], publish: [], links: [], extraHosts: [] };
    this.made.push({ id: `reach/${name}`, name, ...empty, ...fields });
  }

  private inNetworks(networks: readonly NetworkDocument[]): Pick<
    ContainerDocument,
    'mode' | 'attachments' | 'listens' | 'publish'
  > & {
    hostname?: string;
  } {
    const member = this.made.length;
    const attachments = networks.map((network) => ({
      network: network.id,
      aliases: network.external ? [] : this.aliases(member),
      ...addressesIn(network, member),
    }));
    const hostname = this.random.oneIn(3) ? { hostname: `h${String(member)}` } : {};
    const isSaid = [tcp(PORT), ...(this.random.oneIn(2) ? [udp(UDP_PORT)] : [])];
    return {
      mode: 'networks',
      attachments,
      listens: isSaid,
      publish: this.publish(isSaid),
      ...hostname,
    };
  }

  private aliases(member: number): string[] {
    return [
      ...(this.random.oneIn(2) ? [`alias${String(member)}`] : []),
      ...(this.random.oneIn(3) ? ['shared'] : []),
    ];
  }

  /** In each form that `docker run -p` has; a port that nobody answers on now and then. */
  private publish(listens: ContainerDocument['listens']): object[] {
    const count = this.random.pick(this.publishedCounts);
    return Array.from({ length: count }, () => {
      const { port, protocol } = this.random.pick(listens);
      const containerPort = this.random.oneIn(8) ? port + 1 : port;
      const hostPort = this.hostPort++;
      const hostIp = this.random.pick(HOST_IPS);
      return { containerPort, hostPort, protocol, ...(hostIp === undefined ? {} : { hostIp }) };
    });
  }

  private extraHosts(): ContainerDocument['extraHosts'] {
    if (!this.random.oneIn(2)) return [];
    const { made } = this;
    const other = made.length === 0 ? undefined : this.random.pick(made);
    const address = other?.attachments[0]?.ipv4 ?? PLAN.host.ipv4;
    const written = [
      { host: 'written', address },
      { host: 'docker-host', address: 'host-gateway' },
    ];
    return written;
  }

  /** A link to a container that shares a network, or that does not. */
  private links(taken: readonly NetworkDocument[]): { links: ContainerDocument['links'] } {
    const others = this.made.filter(
      ({ mode, attachments }) => mode === 'networks' && attachments[0]?.network !== 'local:bridge',
    );
    if (others.length === 0 || taken.length === 0 || !this.random.oneIn(2)) return { links: [] };
    const other = this.random.pick(others);
    return { links: [{ container: other.id, aliases: [`${other.name}-link`] }] };
  }
}

const HOST_IPS = [
  ...[undefined, undefined, '0.0.0.0', '127.0.0.1', PLAN.host.ipv4, PLAN.second, '::', '::1'],
  PLAN.host.ipv6,
];

/** Small, and on every engine of the tests. */
export const IMAGE = 'busybox:1.36';

/** What keeps a container running; the test's own agent answers and asks in its place. */
const RUNNING = {
  host: 'local',
  stack: 'reach',
  image: IMAGE,
  command: ['sleep', '86400'],
  stopGraceSeconds: 0,
};

function tcp(port: number): ContainerDocument['listens'][number] {
  return { port, protocol: 'tcp' };
}

function udp(port: number): ContainerDocument['listens'][number] {
  return { port, protocol: 'udp' };
}
