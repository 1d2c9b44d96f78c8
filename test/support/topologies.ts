import { toTopology } from '../../src/topology/parse';
import type { Topology } from '../../src/topology/topology';

/** The JSON form of a topology with one host and what is given. */
export function topologyDocument(fields: object = {}): object {
  return {
    version: 1,
    hosts: [{ id: 'local', endpoint: 'environment', engineVersion: '28.5' }],
    networks: [],
    volumes: [],
    containers: [],
    ...fields,
  };
}

/** A container that nothing is found about. */
export function quietContainer(id: string, fields: object = {}): object {
  return {
    id,
    name: id.replaceAll('/', '-'),
    host: 'local',
    stack: id.split('/')[0],
    image: 'nginx:1.27',
    mode: 'none',
    resources: { memoryBytes: 2 ** 28 },
    healthcheck: { test: ['CMD', 'true'] },
    ...fields,
  };
}

/** Two containers of a stack that want one host port: an error about the second. */
export function portClash(stack: string, port: number): object[] {
  const publish = [{ containerPort: 80, hostPort: port, protocol: 'tcp' }];
  return ['one', 'two'].map((id) =>
    quietContainer(`${stack}/${id}`, {
      mode: 'networks',
      attachments: [{ network: `${stack}/net` }],
      publish,
    }),
  );
}

/** A network that nothing is found about. */
export function quietNetwork(id: string): object {
  return {
    id,
    name: id.replaceAll('/', '-'),
    host: 'local',
    stack: id.split('/')[0],
    driver: 'bridge',
    subnets: [{ cidr: '10.80.0.0/24', gateway: '10.80.0.1' }],
  };
}

/** A stack with one error and, maybe, more. */
export function clashingStack(stack: string, port: number): object {
  return topologyDocument({
    networks: [quietNetwork(`${stack}/net`)],
    containers: portClash(stack, port),
  });
}

/** A topology from its JSON form. */
export function topologyFrom(fields: object): Topology {
  return toTopology(topologyDocument(fields), 'topology.json');
}
