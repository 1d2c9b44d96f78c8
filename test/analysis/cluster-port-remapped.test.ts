import { clusterPortRemapped } from '../../src/analysis/rules/cluster-port-remapped';
import { parsePublish } from '../../src/notation/publish';
import { messages, places, type ContainerPart } from './topologies';

function node(publish: string, part: Partial<ContainerPart>): ContainerPart {
  const image = 'redis:7.4';
  return { id: 'shop/node', image, publish: parsePublish(publish, ''), ...part };
}

const cluster = ['redis-server', '--cluster-enabled', 'yes'];

test.each([
  ['7001:6379', cluster, true],
  ['6379:6379', cluster, false],
  ['6379', cluster, false],
  ['7001:6379', ['redis-server'], false],
  ['7001:6379', [...cluster.slice(0, 2), 'no'], false],
  ['7001:7001', [...cluster, '--port', '7001'], false],
  ['7002:7001', [...cluster, '--port', '7001'], true],
  ['7001:6379', [...cluster, '--cluster-announce-port', '7001'], false],
  ['7002:6379', [...cluster, '--cluster-announce-port', '7001'], true],
  ['8080:80', cluster, false],
])("published with '%s' and started with %j, found: %s", (publish, command, isFound) => {
  expect(places(clusterPortRemapped, { containers: [node(publish, { command })] })).toEqual(
    isFound ? ['shop/node'] : [],
  );
});

test.each([
  ['valkey/valkey:8.0', true],
  ['docker.io/library/redis:7.4', true],
  ['registry.example:5000/team/redis:7', true],
  ['redis/redis-stack:7.4.0', false],
  ['shop/redis-exporter:1', false],
  [undefined, false],
])('of the image %s it finds something: %s', (image, isFound) => {
  const containers = [node('7001:6379', { image, command: cluster })];
  expect(places(clusterPortRemapped, { containers })).toEqual(isFound ? ['shop/node'] : []);
});

test('reads the configuration that is put into the container', () => {
  const files = [
    { path: '/etc/redis.conf', mode: '0644', content: 'port 7001\ncluster-enabled yes\n' },
  ];
  const containers = [node('17001:7001', { files })];
  expect(messages(clusterPortRemapped, { containers })).toEqual([
    "shop/node: it is a cluster node published with '17001:7001' and announces port 7001: clients outside are sent to a port where it is not; let each node answer on the port it is published on, or set cluster-announce-port [CLUSTER_PORT_REMAPPED]",
  ]);
});
