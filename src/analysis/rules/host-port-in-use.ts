import { formatPublish } from '../../notation/publish';
import type { HostService } from '../../topology/host';
import type { Rule } from '../finding';
import { bindingsOf, type Binding } from '../publishing';
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
      for (const binding of bindingsOf(model).get(id) ?? []) {
        const service = serviceAt(tables, binding);
        if (service === undefined) continue;
        const { container, port } = binding;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' takes a port that ${service.name ?? 'a program'} of host ${id} has`,
          fix: 'publish on another port or host address, or stop that program',
        };
      }
    }
  },
};

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
