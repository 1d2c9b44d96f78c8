import type { Protocol } from '../notation/publish';
import type { Container } from '../topology/container';
import { knownImage } from './known-images';
import type { Model } from './model';

/** Container ports that whoever reaches them can do damage with. */
const ADMIN_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2181, 'ZooKeeper'],
  [2375, 'the Docker engine'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3306, 'MySQL or MariaDB'],
  [4369, 'the Erlang port mapper'],
  [5432, 'PostgreSQL'],
  [5601, 'Kibana'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [7474, 'Neo4j'],
  [7687, 'Neo4j'],
  [8086, 'InfluxDB'],
  [8500, 'Consul'],
  [9042, 'Cassandra'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [10250, 'the kubelet'],
  [11211, 'memcached'],
  [15671, 'the RabbitMQ console'],
  [15672, 'the RabbitMQ console'],
  [16379, 'a Redis cluster'],
  [25672, 'a RabbitMQ cluster'],
  [26257, 'CockroachDB'],
  [26379, 'Redis Sentinel'],
  [27017, 'MongoDB'],
  [27018, 'MongoDB'],
  [27019, 'MongoDB'],
  [28015, 'RethinkDB'],
  [33060, 'MySQL or MariaDB'],
]);

/**
 * The database or administration interface that a port of the container belongs to, by its number or by
 * the image; nothing for other ports.
 */
export function adminService(
  model: Model,
  { image }: Container,
  port: number,
  protocol: Protocol,
): string | undefined {
  if (protocol !== 'tcp') return undefined;
  return knownImage(model, image)?.guards ?? ADMIN_PORTS.get(port);
}
