import { formatPublish } from '../../notation/publish';
import type { Occurrence, Rule } from '../finding';
import { areNeverTogether } from '../lifetimes';
import { bindingsOf, type Binding } from '../publishing';
import { PortTable, socketsAt } from '../sockets';
import { compareText } from '../text';

/** The second container is created, and fails when it starts. */
export const hostPortTaken: Rule = {
  code: 'HOST_PORT_TAKEN',
  level: 'error',
  covers: ['M13', 'M14'],
  summary: 'Two containers publish on the same port of their host.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      for (const group of groupByPort(bindings)) yield* clashesOf(group);
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

function* clashesOf(group: Binding[]): Generator<Occurrence> {
  const table = new PortTable<Binding>();
  for (const binding of group.sort((a, b) => compareText(sortKey(a), sortKey(b)))) {
    const sockets = socketsAt(binding.address);
    const other = sockets.map((socket) => table.find(socket)).find((found) => found !== undefined);
    if (other === undefined) for (const socket of sockets) table.add(socket, binding);
    else if (!areNeverTogether(binding.container, other.container)) yield describe(binding, other);
  }
}

function sortKey({ container, port }: Binding): string {
  return `${container.id} ${formatPublish(port)}`;
}

function describe({ container, port }: Binding, other: Binding): Occurrence {
  const isOwn = other.container === container;
  const owner = isOwn ? 'it publishes itself' : `${other.container.id} publishes`;
  return {
    at: container.id,
    problem: `publish '${formatPublish(port)}' takes a host port that ${owner} with '${formatPublish(other.port)}'`,
    fix: 'publish one of them on another port or another host address',
  };
}
