import type { HostService } from '../../topology/host';
import type { Occurrence, Rule } from '../finding';
import { groupBy } from '../group-by';
import { bindingsOf, portsText, type Binding } from '../publishing';
import { PortTable, socketsAt } from '../sockets';

/** The container is created, and fails when it starts. */
export const hostPortInUse: Rule = {
  code: 'HOST_PORT_IN_USE',
  level: 'error',
  covers: ['M15'],
  summary: 'A container publishes on a port that a program of the host has.',
  *find(model) {
    for (const { id, services } of model.topology.hosts) {
      if (services.length === 0) continue;
      const tables = tablesOf(services);
      const uses = (bindingsOf(model).get(id) ?? []).flatMap((binding) => {
        const service = serviceAt(tables, binding);
        return service === undefined ? [] : [{ ...binding, user: service.name ?? 'a program' }];
      });
      for (const group of groupBy(uses, useKey).values()) yield* describe(group, id);
    }
  },
};

interface Use extends Binding {
  /** Name of the program that has the port. */
  readonly user: string;
}

/** The ports that one container wants from one program are one finding. */
function useKey({ container, user }: Use): string {
  return `${container.id} ${user}`;
}

function* describe(uses: readonly Use[], host: string): Generator<Occurrence> {
  const [first] = uses;
  if (first === undefined) return;
  const { container, user } = first;
  const ports = portsText(uses.map(({ port }) => port));
  yield {
    at: container.id,
    problem: `publish ${ports} takes ${uses.length === 1 ? 'a port' : 'ports'} that ${user} of host ${host} has`,
    fix: 'publish on another port or host address, or stop that program',
  };
}

type Tables = ReadonlyMap<string, PortTable<HostService>>;

function tablesOf(services: readonly HostService[]): Tables {
  const tables = new Map<string, PortTable<HostService>>();
  for (const service of services) {
    const key = `${String(service.port)}/${service.protocol}`;
    const table = tables.get(key) ?? new PortTable<HostService>();
    tables.set(key, table);
    for (const socket of socketsAt(service.address)) table.add(socket, service);
  }
  return tables;
}

function serviceAt(tables: Tables, { port, address }: Binding): HostService | undefined {
  const table = tables.get(`${String(port.hostPort ?? '')}/${port.protocol}`);
  if (table === undefined) return undefined;
  for (const socket of socketsAt(address)) {
    const service = table.find(socket);
    if (service !== undefined) return service;
  }
  return undefined;
}
