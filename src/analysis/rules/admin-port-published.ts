import { formatPublish } from '../../notation/publish';
import type { Rule } from '../finding';
import { bindingsOf } from '../publishing';

/** Container ports that whoever reaches them can do damage with. */
const ADMIN_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2375, 'the Docker engine'],
  [2379, 'etcd'],
  [3306, 'MySQL or MariaDB'],
  [5432, 'PostgreSQL'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [8500, 'Consul'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [11211, 'memcached'],
  [15672, 'the RabbitMQ console'],
  [27017, 'MongoDB'],
]);

/** Docker's rules come before those of ufw and firewalld. */
export const adminPortPublished: Rule = {
  code: 'ADMIN_PORT_PUBLISHED',
  level: 'warning',
  covers: ['M18'],
  summary: 'The port of a database or of an administration interface is open to the world.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      for (const { container, port, address } of bindings) {
        const service = ADMIN_PORTS.get(port.containerPort);
        if (service === undefined || port.protocol !== 'tcp' || !isEverywhere(address)) continue;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' opens the port of ${service} on every address of the host, past ufw and firewalld`,
          fix: `write '127.0.0.1:${formatPublish({ containerPort: port.containerPort, protocol: 'tcp', hostPort: port.hostPort ?? port.containerPort })}', or let others reach it through a network`,
        };
      }
    }
  },
};

function isEverywhere(address: string | undefined): boolean {
  return address === undefined || address === '0.0.0.0' || address === '::';
}
