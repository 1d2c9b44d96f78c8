import type { Topology } from 'portolan/topology';
import type { Place } from '../../src/analysis/reach/place';
import type { Destination, Question } from '../../src/analysis/reach/question';
import { PLAN } from './ground';
import { PORT } from './scenario-containers';

type Port = Pick<Question, 'port' | 'protocol'>;

/** Nobody answers here. */
const CLOSED: Port = { port: PORT + 2, protocol: 'tcp' };
const OPEN: Port = { port: PORT, protocol: 'tcp' };
const PING: Port = { protocol: 'icmp' };

/** Everything that may be asked in a scenario: every place, every name and address, ports open and closed. */
export function questionsIn(topology: Topology): Question[] {
  return placesIn(topology).flatMap((from) => [
    ...toAddresses(topology, from),
    ...toNames(topology, from),
    ...toHost(topology, from),
    ...toOutside(from),
  ]);
}

function placesIn({ containers }: Topology): Place[] {
  return [
    ...containers.map(({ id }): Place => ({ kind: 'container', id })),
    { kind: 'host', id: 'local' },
    { kind: 'lan', id: 'local' },
    { kind: 'lan', id: 'local', isRouted: true },
    { kind: 'outside' },
  ];
}

function toAddresses({ containers, networks }: Topology, from: Place): Question[] {
  return containers.flatMap(({ id, attachments, listens, publish }) =>
    attachments.flatMap(({ network }) => {
      const { ipv6, external } = networks.find((one) => one.id === network)!;
      const families = ipv6 && !external ? ([4, 6] as const) : ([4] as const);
      const ports = [...listens, ...publish.map((one) => ({ ...one, port: one.containerPort }))];
      const asked = new Map(
        ports.map(({ port, protocol }) => [`${String(port)}${protocol}`, { port, protocol }]),
      );
      return families.flatMap((family) =>
        [...asked.values(), CLOSED, PING].map((port) => ({
          from,
          to: { kind: 'container-address', container: id, network, family } as const,
          ...port,
        })),
      );
    }),
  );
}

function toNames({ containers, networks }: Topology, from: Place): Question[] {
  if (from.kind !== 'container') return [];
  const asking = containers.find(({ id }) => id === from.id)!;
  // What host mode asks, the machine's own name servers would be asked.
  if (modeOf(containers, asking.id) === 'host') return [];
  const short = containers.flatMap(({ name, hostname, attachments }) => [
    name!,
    ...(hostname === undefined ? [] : [hostname]),
    ...attachments.flatMap(({ aliases }) => aliases),
  ]);
  const long = containers.flatMap(({ name, attachments }) =>
    attachments
      .map(({ network }) => networks.find(({ id }) => id === network)!)
      .filter(({ external }) => !external)
      .map((network) => `${name!}.${network.name!}`),
  );
  const own = [
    ...asking.links.flatMap(({ aliases }) => aliases),
    ...asking.extraHosts.map(({ host }) => host),
  ];
  const names = [
    ...short,
    short[0]!.toUpperCase(),
    ...long,
    ...own,
    'nobody',
    ...PLAN.outsideNames,
  ];
  return [...new Set(names)].map((name) => ({ from, to: { kind: 'name', name }, ...OPEN }));
}

function modeOf(containers: Topology['containers'], id: string): string {
  const { mode, modeContainer } = containers.find((one) => one.id === id)!;
  return modeContainer === undefined ? mode : modeOf(containers, modeContainer);
}

function toHost({ containers, networks }: Topology, from: Place): Question[] {
  const published = containers.flatMap(({ publish }) =>
    publish.map(({ hostPort, protocol }): Port => ({ port: hostPort!, protocol })),
  );
  const ports: Port[] = [
    ...published,
    { port: 22, protocol: 'tcp' },
    { port: 9000, protocol: 'tcp' },
    { port: 23, protocol: 'tcp' },
  ];
  // The IPv6 address of a bridge that nothing is plugged into is tentative: nobody can use it.
  const hasMembers = (id: string): boolean =>
    containers.some(({ attachments }) => attachments.some(({ network }) => network === id));
  const addresses: Destination[] = [
    ...[PLAN.host.ipv4, PLAN.second].map((address) => hostAddress(address, 4)),
    hostAddress(PLAN.host.ipv6, 6),
    ...networks
      .filter(({ driver, id }) => driver === 'bridge' && hasMembers(id))
      .flatMap(({ id, ipv6 }) =>
        (ipv6 ? ([4, 6] as const) : ([4] as const)).map((family): Destination => ({
          kind: 'gateway',
          network: id,
          family,
        })),
      ),
    { kind: 'loopback', family: 4 },
    { kind: 'loopback', family: 6 },
  ];
  return addresses.flatMap((to) => ports.map((port) => ({ from, to, ...port })));
}

function hostAddress(address: string, family: 4 | 6): Destination {
  return { kind: 'host-address', host: 'local', address, family };
}

function toOutside(from: Place): Question[] {
  if (from.kind === 'outside' || from.kind === 'lan') return [];
  return [OPEN, PING].map((port) => ({ from, to: { kind: 'outside', family: 4 }, ...port }));
}
