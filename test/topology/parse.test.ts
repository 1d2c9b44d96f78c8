import { parseTopology } from '../../src/topology/parse';

const HOST = { id: 'local', endpoint: 'unix:///var/run/docker.sock' };
const WEB = { id: 'shop/web', host: 'local', mode: 'networks' };

function json(fields: object = {}): string {
  return JSON.stringify({
    version: 1,
    hosts: [HOST],
    networks: [],
    volumes: [],
    containers: [],
    ...fields,
  });
}

test('fills in what a host leaves out', () => {
  expect(parseTopology(json(), 'topology.json').hosts).toStrictEqual([
    {
      ...HOST,
      kind: 'native',
      addressPools: [],
      interfaces: [],
      routes: [],
      services: [],
      daemon: {},
    },
  ]);
});

test('fills in what a network leaves out', () => {
  const networks = [{ id: 'shop/back', host: 'local', subnets: [{ cidr: '10.0.0.0/24' }] }];
  expect(parseTopology(json({ networks }), 'topology.json').networks).toStrictEqual([
    {
      id: 'shop/back',
      host: 'local',
      subnets: [{ cidr: '10.0.0.0/24', auxAddresses: {} }],
      internal: false,
      attachable: false,
      ingress: false,
      ipv6: false,
      ipamOptions: {},
      options: {},
      labels: {},
      external: false,
      unknown: [],
    },
  ]);
});

test('fills in what a volume leaves out', () => {
  const volumes = [{ id: 'shop/data', host: 'local' }];
  expect(parseTopology(json({ volumes }), 'topology.json').volumes).toStrictEqual([
    {
      id: 'shop/data',
      host: 'local',
      driverOptions: {},
      labels: {},
      protected: false,
      external: false,
      unknown: [],
    },
  ]);
});

test('fills in what a container leaves out', () => {
  const [container] = parseTopology(json({ containers: [WEB] }), 'topology.json').containers;
  expect(container).toStrictEqual({
    ...WEB,
    attachments: [],
    dns: [],
    dnsSearch: [],
    dnsOptions: [],
    extraHosts: [],
    publish: [],
    publishAll: false,
    expose: [],
    listens: [],
    links: [],
    dependsOn: [],
    env: {},
    secretEnv: [],
    mounts: [],
    files: [],
    capAdd: [],
    capDrop: [],
    devices: [],
    securityOpts: [],
    sysctls: {},
    ulimits: [],
    resources: {},
    labels: {},
    logOptions: {},
    storageOptions: {},
    groupAdd: [],
    privileged: false,
    readOnly: false,
    init: false,
    tty: false,
    stdinOpen: false,
    oneShot: false,
    external: false,
    unknown: [],
  });
});

describe('rejects', () => {
  test('what is not JSON', () => {
    expect(() => parseTopology('{', 'topology.json')).toThrow(
      /^topology\.json: the file is not JSON \(.+\); write it again with npx cdktf synth \[TOPOLOGY_MALFORMED\]$/,
    );
  });

  test('a later version', () => {
    expect(() => parseTopology(json({ version: 2 }), 'topology.json')).toThrow(
      'topology.json: the file has version 2 and this Portolan reads version 1; update the portolan package that reads it [TOPOLOGY_VERSION]',
    );
  });

  test.each([
    ['an empty object', '{}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['text', '"version"'],
    ['a version before the first', json({ version: 0 })],
    ['a version that is text', json({ version: '1' })],
    ['a file of Terraform', '{"terraform":{},"resource":{}}'],
  ])('%s, which has no topology version', (_what, text) => {
    expect(() => parseTopology(text, 'topology.json')).toThrow(
      'topology.json: the file has no topology version; name a topology.json that npx cdktf synth wrote [TOPOLOGY_MALFORMED]',
    );
  });

  test.each<[string, object, string]>([
    [
      'a missing list',
      { networks: undefined },
      '#/networks: invalid input: expected array, received undefined',
    ],
    [
      'a wrong type',
      { hosts: [{ ...HOST, endpoint: 5 }] },
      '#/hosts/0/endpoint: invalid input: expected string, received number',
    ],
    [
      'an empty id',
      { hosts: [{ ...HOST, id: '' }] },
      '#/hosts/0/id: too small: expected string to have >=1 characters',
    ],
    [
      'a wrong choice',
      { containers: [{ ...WEB, mode: 'bridge' }] },
      '#/containers/0/mode: invalid option: expected one of "networks"|"host"|"none"|"container"',
    ],
    [
      'a port out of range',
      { containers: [{ ...WEB, publish: [{ containerPort: 65536, protocol: 'tcp' }] }] },
      '#/containers/0/publish/0/containerPort: too big: expected number to be <=65535',
    ],
    [
      'a value of a map',
      { containers: [{ ...WEB, labels: { 'com.example/a~b': 5 } }] },
      '#/containers/0/labels/com.example~1a~0b: invalid input: expected string, received number',
    ],
    [
      'more than one mistake',
      { hosts: [{}] },
      '#/hosts/0/id: invalid input: expected string, received undefined (and 1 more)',
    ],
  ])('%s with a JSON pointer to it', (_what, fields, message) => {
    expect(() => parseTopology(json(fields), 'topology.json')).toThrow(
      `topology.json${message}; compare it with portolan/schema/topology.schema.json [TOPOLOGY_MALFORMED]`,
    );
  });

  test.each<[string, object, string]>([
    ['hosts', { hosts: [HOST, HOST] }, "#/hosts/1: the id 'local'"],
    [
      'networks',
      {
        networks: [
          { id: 'a', host: 'local' },
          { id: 'a', host: 'local' },
        ],
      },
      "#/networks/1: the id 'a'",
    ],
    [
      'volumes',
      {
        volumes: [
          { id: 'a', host: 'local' },
          { id: 'a', host: 'local' },
        ],
      },
      "#/volumes/1: the id 'a'",
    ],
    [
      'containers',
      { containers: [WEB, { ...WEB, id: 'b' }, WEB] },
      "#/containers/2: the id 'shop/web'",
    ],
  ])('two %s with the same id', (_kind, fields, message) => {
    expect(() => parseTopology(json(fields), 'topology.json')).toThrow(
      `topology.json${message} is used twice; give each its own id [TOPOLOGY_MALFORMED]`,
    );
  });

  test.each<[string, object]>([
    ['networks', { id: 'a', host: 'nas' }],
    ['volumes', { id: 'a', host: 'nas' }],
    ['containers', { ...WEB, host: 'nas' }],
  ])('%s on a host that is not there', (kind, entity) => {
    expect(() => parseTopology(json({ [kind]: [entity] }), 'topology.json')).toThrow(
      `topology.json#/${kind}/0: host 'nas' is not among the hosts; add it to hosts [TOPOLOGY_MALFORMED]`,
    );
  });
});

test('lets a network and a container have the same id', () => {
  const networks = [{ id: 'same', host: 'local' }];
  const containers = [{ ...WEB, id: 'same' }];
  expect(() => parseTopology(json({ networks, containers }), 'topology.json')).not.toThrow();
});
