import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import { areNeverTogether } from '../lifetimes';
import { bindingsOf, portsText, type Binding } from '../publishing';
import { socketClashes } from '../sockets';
import { compareText } from '../text';

type Clash = readonly [Binding, Binding];

/** The second container is created, and fails when it starts. */
export const hostPortTaken: Rule = {
  code: 'HOST_PORT_TAKEN',
  level: 'error',
  covers: ['M13', 'M14'],
  summary: 'Two containers publish on the same port of their host.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      const clashes: Clash[] = [];
      for (const group of groupByPort(bindings)) {
        group.sort((a, b) => compareText(a.container.id, b.container.id) || comparePorts(a, b));
        clashes.push(...socketClashes(group, ({ address }) => address, isClash));
      }
      for (const group of groupBy(clashes, pairKey).values()) yield* describe(group);
    }
  },
};

/** Bindings of each port that more than one asks for. */
function groupByPort(bindings: readonly Binding[]): Iterable<Binding[]> {
  const first = new Map<string, Binding>();
  const shared = new Map<string, Binding[]>();
  for (const binding of bindings) {
    const { hostPort, protocol } = binding.port;
    if (hostPort === undefined) continue;
    const key = `${String(hostPort)}/${protocol}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, binding);
    else if (shared.get(key)?.push(binding) === undefined) shared.set(key, [known, binding]);
  }
  return shared.values();
}

function comparePorts({ port: a, address: one = '' }: Binding, other: Binding): number {
  return compareText(one, other.address ?? '') || a.containerPort - other.port.containerPort;
}

function isClash({ container }: Binding, { container: other }: Binding): boolean {
  return !areNeverTogether(container, other);
}

/** Ranges that overlap are one finding. */
function pairKey([{ container }, { container: other }]: Clash): string {
  return `${container.id} ${other.id}`;
}

function* describe(clashes: readonly Clash[]): Generator<Occurrence> {
  const [first] = clashes;
  if (first === undefined) return;
  const [{ container }, { container: other }] = first;
  const owner = container === other ? 'it publishes itself' : `${other.id} publishes`;
  const ports = portsText(clashes.map(([{ port }]) => port));
  const taken = portsText(clashes.map(([, { port }]) => port));
  yield {
    at: container.id,
    problem: `publish ${ports} takes ${clashes.length === 1 ? 'a host port' : 'host ports'} that ${owner} with ${taken}`,
    fix: 'publish one of them on another port or another host address',
  };
}
