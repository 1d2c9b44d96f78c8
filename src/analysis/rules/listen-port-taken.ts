import { formatExposed } from '../../notation/publish';
import type { Container, Listener } from '../../topology/container';
import type { Host } from '../../topology/host';
import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import { areNeverTogether } from '../lifetimes';
import type { Model } from '../model';
import { bindingsOf } from '../publishing';
import { networkOwner } from '../shared-networks';
import { PortTable, socketsAt } from '../sockets';
import { compareText } from '../text';

interface Speaker {
  readonly container: Container;
  readonly listener: Listener;

  /** How messages name what has the port. */
  readonly label: string;
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
  return container.listens.map((listener) => ({ container, listener, label: container.id }));
}

/** Ports that are published on the host, for the containers in host mode to clash with. */
function ofHost(model: Model, { id }: Host): Speaker[] {
  return (bindingsOf(model).get(id) ?? []).flatMap(({ container, port, address }) => {
    const { hostPort, protocol } = port;
    if (hostPort === undefined) return [];
    const listener = { port: hostPort, protocol, ...(address === undefined ? {} : { address }) };
    return [{ container, listener, label: `the published port of ${container.id}` }];
  });
}

function* clashesOf(speakers: readonly Speaker[]): Generator<Occurrence> {
  const byPort = groupBy(speakers, ({ listener }) => formatExposed(listener));
  for (const [port, group] of byPort) {
    if (group.length < 2) continue;
    const table = new PortTable<Speaker>();
    for (const speaker of [...group].sort(compareSpeakers)) {
      const sockets = socketsAt(speaker.listener.address);
      const other = sockets
        .map((socket) => table.find(socket))
        .find((found) => found !== undefined);
      if (other === undefined) for (const socket of sockets) table.add(socket, speaker);
      else if (isClash(speaker, other)) yield describe(speaker, other, port);
    }
  }
}

function isClash(a: Speaker, b: Speaker): boolean {
  if (a.container === b.container) return false;
  const arePublished = [a, b].every(({ container, label }) => label !== container.id);
  return !arePublished && !areNeverTogether(a.container, b.container);
}

/** What is published first: the finding is then about the program in host mode. */
function compareSpeakers(a: Speaker, b: Speaker): number {
  const isPublished = ({ container, label }: Speaker): number => (label === container.id ? 1 : 0);
  return isPublished(a) - isPublished(b) || compareText(a.container.id, b.container.id);
}

function describe({ container }: Speaker, { label }: Speaker, port: string): Occurrence {
  return {
    at: container.id,
    problem: `it answers on port ${port} in a network stack where ${label} has that port`,
    fix: 'make one of them answer on another port, or give it a network of its own',
  };
}
