import { formatExposed, type ExposedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import type { Host } from '../../topology/host';
import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import { areNeverTogether } from '../lifetimes';
import type { Model } from '../model';
import { bindingsOf } from '../publishing';
import { networkOwner } from '../shared-networks';
import { socketClashes } from '../sockets';
import { compareText } from '../text';

/** What has a port of a network stack: a container's own program, or something of the host. */
interface Speaker {
  /** Port and protocol, for instance `80/tcp`. */
  readonly port: string;
  readonly address: string | undefined;

  /** For messages: who has the port, and how. */
  readonly claim: string;

  /** Absent: a program of the host. */
  readonly container?: Container;

  /** Whether it is the engine or the host that has the port, not a program of the container. */
  readonly isHosts: boolean;
}

/** One of the two cannot open its port; no engine knows which ports a program wants. */
export const listenPortTaken: Rule = {
  code: 'LISTEN_PORT_TAKEN',
  level: 'warning',
  covers: ['M15', 'M7'],
  summary: 'Two programs that share one network stack answer on the same port.',
  *find(model) {
    const owned = groupBy(sharers(model), ([stack]) => stack);
    for (const [stack, group] of owned) {
      const speakers = group.flatMap(([, container]) => speakersOf(container));
      const host = model.hosts.get(stack);
      if (host === undefined && group.length < 2) continue;
      yield* clashesOf(host === undefined ? speakers : [...ofHost(model, host), ...speakers]);
    }
  },
};

/** Containers in host mode by their host, others by the container whose network stack they are in. */
function* sharers(model: Model): Generator<readonly [string, Container]> {
  const donors = donorsOf(model);
  for (const container of model.topology.containers) {
    if (container.mode === 'networks' && !donors.has(container.id)) continue;
    const owner = networkOwner(model, container);
    if (owner === undefined) continue;
    yield [owner.mode === 'host' ? owner.host : `container ${owner.id}`, container];
  }
}

function donorsOf({ topology, containers }: Model): ReadonlySet<string> {
  const donors = new Set<string>();
  for (const { modeContainer } of topology.containers) {
    if (modeContainer !== undefined) donors.add(containers.get(modeContainer)?.id ?? '');
  }
  return donors;
}

function speakersOf(container: Container): Speaker[] {
  return container.listens.map((listener) => ({
    ...place(listener, listener.address),
    claim: `${container.id} answers on in the same network stack`,
    container,
    isHosts: false,
  }));
}

/** Published ports and the host's own programs, for the containers in host mode to clash with. */
function ofHost(model: Model, { id, services }: Host): Speaker[] {
  const published = (bindingsOf(model).get(id) ?? []).flatMap(({ container, port, address }) => {
    const { hostPort, protocol } = port;
    if (hostPort === undefined) return [];
    const claim = `${container.id} publishes on the same host`;
    return [{ ...place({ port: hostPort, protocol }, address), claim, container, isHosts: true }];
  });
  const own = services.map((service) => {
    const claim = `${service.name ?? 'a program'} of host ${id} has`;
    return { ...place(service, service.address), claim, isHosts: true };
  });
  return [...own, ...published];
}

function place(
  { port, protocol }: ExposedPort,
  address: string | undefined,
): Pick<Speaker, 'port' | 'address'> {
  return { port: formatExposed({ port, protocol }), address };
}

function* clashesOf(speakers: readonly Speaker[]): Generator<Occurrence> {
  for (const group of groupBy(speakers, ({ port }) => port).values()) {
    if (group.length < 2) continue;
    const sorted = [...group].sort(compareSpeakers);
    for (const [speaker, other] of socketClashes(sorted, ({ address }) => address, isClash)) {
      if (speaker.container !== undefined) yield describe(speaker.container, speaker.port, other);
    }
  }
}

/** Of two that are the host's own, other rules speak. */
function isClash(a: Speaker, b: Speaker): boolean {
  if (a.container === b.container || (a.isHosts && b.isHosts)) return false;
  if (a.container === undefined || b.container === undefined) return true;
  return !areNeverTogether(a.container, b.container);
}

/** What the host has first: the finding is then about the program in host mode. */
function compareSpeakers(a: Speaker, b: Speaker): number {
  return Number(b.isHosts) - Number(a.isHosts) || compareText(a.claim, b.claim);
}

function describe({ id }: Container, port: string, { claim }: Speaker): Occurrence {
  return {
    at: id,
    problem: `it answers on port ${port}, which ${claim}`,
    fix: 'make one of them use another port, or give it a network of its own',
  };
}
