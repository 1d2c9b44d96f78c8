import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTopologyJson } from '../../src/topology/json';
import { parseTopology } from '../../src/topology/parse';
import { topologyJsonSchema } from '../../src/topology/schema';
import { anyTopology } from './arbitrary';

const isValid = new Ajv2020({ strict: true }).compile(topologyJsonSchema());

const EXAMPLE = {
  version: 1,
  hosts: [
    {
      id: 'local',
      endpoint: 'unix:///var/run/docker.sock',
      engineVersion: '28.5.2',
      addressPools: [{ base: '172.17.0.0/16', size: 24 }],
      interfaces: [{ name: 'eth0', addresses: ['192.168.216.131/24'], mtuBytes: 1500 }],
      routes: [{ destination: '0.0.0.0/0', via: '192.168.216.2', interface: 'eth0' }],
      services: [{ port: 22, protocol: 'tcp', name: 'sshd' }],
      daemon: { bip: '172.19.0.1/16', icc: false },
    },
  ],
  networks: [
    {
      id: 'shop/back',
      name: 'shop-back',
      host: 'local',
      driver: 'bridge',
      subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
      internal: true,
    },
  ],
  volumes: [{ id: 'shop/data', name: 'shop-data', host: 'local', protected: true }],
  containers: [
    {
      id: 'shop/db',
      name: 'shop-db',
      host: 'local',
      image: 'mariadb:11.4.2',
      mode: 'networks',
      attachments: [{ network: 'shop/back', ipv4: '172.27.0.10', aliases: ['db'] }],
      publish: [{ containerPort: 3306, hostPort: 3306, hostIp: '127.0.0.1', protocol: 'tcp' }],
      env: { MARIADB_DATABASE: 'wordpress' },
      secretEnv: ['MARIADB_PASSWORD'],
      mounts: [{ type: 'volume', volume: 'shop/data', target: '/var/lib/mysql' }],
      healthcheck: { test: ['CMD-SHELL', 'healthcheck.sh'], interval: '10s', retries: 3 },
      restart: { name: 'always' },
    },
  ],
};

test('the published schema is the one of the code', () => {
  const file = join(__dirname, '../../schema/topology.schema.json');
  // Out of date? npm run schema
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(topologyJsonSchema());
});

test('an example fits the published schema, and is read', () => {
  expect(isValid(EXAMPLE)).toBe(true);
  expect(parseTopology(JSON.stringify(EXAMPLE), 'topology.json').containers).toHaveLength(1);
});

test('what is written fits the published schema', () => {
  fc.assert(
    fc.property(anyTopology, (topology) => {
      expect(isValid(JSON.parse(renderTopologyJson(topology)))).toBe(true);
    }),
  );
});

test.each<[string, object]>([
  ['another version', { version: 2 }],
  ['a missing list', { volumes: undefined }],
  ['an empty id', { volumes: [{ id: '', host: 'local' }] }],
  ['a wrong type', { volumes: [{ id: 'a', host: 5 }] }],
  ['a wrong choice', { hosts: [{ id: 'local', endpoint: '', kind: 'virtual' }] }],
  [
    'a port out of range',
    { hosts: [{ id: 'local', endpoint: '', services: [{ port: 0, protocol: 'tcp' }] }] },
  ],
  ['a missing property', { containers: [{ id: 'a', host: 'local' }] }],
])('neither the published schema nor the reader takes %s', (_what, change) => {
  const document = JSON.parse(JSON.stringify({ ...EXAMPLE, ...change })) as unknown;
  expect(isValid(document)).toBe(false);
  expect(() => parseTopology(JSON.stringify(document), '')).toThrow(/TOPOLOGY_(MALFORMED|VERSION)/);
});
