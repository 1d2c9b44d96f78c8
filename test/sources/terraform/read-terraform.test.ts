import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTopology } from '../../../src/analysis/check';
import { ConfigError } from '../../../src/errors';
import { readSource } from '../../../src/sources/read-source';
import type { Companions } from '../../../src/sources/terraform/companions';
import { readTerraform } from '../../../src/sources/terraform/read-terraform';
import type { Container } from '../../../src/topology/container';
import { renderTopologyJson } from '../../../src/topology/json';
import { parseTopology } from '../../../src/topology/parse';
import type { Topology } from '../../../src/topology/topology';

/** What `terraform show -json` wrote of main.tf in the folder. */
function bytesOf(...path: string[]): Uint8Array {
  return readFileSync(join(__dirname, ...path));
}

const planBytes = bytesOf('plan', 'plan.json');
const stateBytes = bytesOf('state', 'state.json');

function read(bytes: Uint8Array): Topology {
  return readSource({ name: 'plan.json', bytes }, () => undefined).topology;
}

const plan = read(planBytes);

function containerOf(topology: Topology, id: string): Container {
  return topology.containers.find((each) => each.id === id)!;
}

describe('a plan', () => {
  test('is a topology', () => {
    expect(parseTopology(renderTopologyJson(plan), '')).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test('attaches containers to networks whose ids are not known yet, as they are written', () => {
    const { attachments } = containerOf(plan, 'docker_container.db');
    expect(attachments).toEqual([
      expect.objectContaining({
        network: 'docker_network.back',
        ipv4: '172.27.0.10',
        aliases: ['db', 'alpha'],
      }),
      expect.objectContaining({ network: 'docker_network.random' }),
    ]);
  });

  test.each(['a', 'b'])('follows a reference into instance %s of a module', (key) => {
    const { attachments } = containerOf(plan, `module.web["${key}"].docker_container.this`);
    expect(attachments.map(({ network }) => network)).toEqual(['docker_network.back']);
  });

  test('leads a shared network stack to its container', () => {
    expect(containerOf(plan, 'docker_container.sidecar')).toMatchObject({
      mode: 'container',
      modeContainer: 'docker_container.db',
    });
  });

  test('puts a container that names no network on the default bridge', () => {
    const { attachments } = containerOf(plan, 'docker_container.old[0]');
    expect(attachments.map(({ network }) => network)).toEqual(['local:bridge']);
  });

  test('lists what only Terraform knows', () => {
    expect(plan.networks.find(({ id }) => id === 'docker_network.random')).toMatchObject({
      unknown: ['name'],
    });
    expect(containerOf(plan, 'docker_container.db')).toMatchObject({
      mounts: [{ type: 'volume', volume: 'docker_volume.data', target: '/var/lib/mysql' }],
      unknown: expect.arrayContaining(['mounts/0/source']),
    });
  });

  test('does not list what the provider fills in', () => {
    expect(containerOf(plan, 'docker_container.sidecar').unknown).toEqual([]);
  });

  test('knows a host for each provider, without its password', () => {
    expect(plan.hosts.map(({ id, endpoint }) => [id, endpoint])).toEqual([
      ['local', 'environment'],
      ['far', 'tcp://admin@10.9.8.7:2376'],
    ]);
    expect(containerOf(plan, 'docker_container.elsewhere').host).toBe('far');
  });

  test('shows no value that is sensitive', () => {
    const shown = renderTopologyJson(plan) + JSON.stringify(checkTopology(plan));
    expect(Buffer.from(planBytes).toString()).toMatch(/s3cr3t-pw.*hunter2|hunter2.*s3cr3t-pw/s);
    expect(shown).not.toMatch(/s3cr3t|hunter2/);
    expect(containerOf(plan, 'docker_container.db')).toMatchObject({
      env: {},
      secretEnv: ['MARIADB_DATABASE', 'MARIADB_PASSWORD'],
      files: [],
      unknown: expect.arrayContaining(['files']),
    });
  });

  test('is checked where values are known', () => {
    const errors = checkTopology(plan).findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, at }) => [code, at])).toEqual(
      expect.arrayContaining([
        ['HOST_PORT_TAKEN', 'docker_container.old[1]'],
        ['SUBNET_OVERLAP', 'docker_network.random'],
      ]),
    );
  });

  test('has a prefix before its addresses where there are several sources', () => {
    const file = { name: 'plan.json', bytes: planBytes };
    const { topology, files } = readSource(file, () => undefined, 'a:');
    expect(topology.networks[0]!.id).toBe('a:docker_network.back');
    expect(containerOf(topology, 'a:docker_container.sidecar').modeContainer).toBe(
      'a:docker_container.db',
    );
    expect(files.get('a:docker_network.back')).toBe('plan.json');
  });
});

describe('a state', () => {
  const state = read(stateBytes);

  test('finds networks and containers by the ids that the engine gave them', () => {
    expect(containerOf(state, 'docker_container.one').attachments).toEqual([
      expect.objectContaining({ network: 'docker_network.back', ipv4: '10.222.7.10' }),
    ]);
    expect(containerOf(state, 'docker_container.two')).toMatchObject({
      mode: 'container',
      modeContainer: 'docker_container.one',
    });
  });

  test('shows no value that is sensitive', () => {
    expect(Buffer.from(stateBytes).toString()).toContain('s3cr3t-pw');
    expect(renderTopologyJson(state)).not.toContain('s3cr3t');
    expect(containerOf(state, 'docker_container.one').secretEnv).toEqual(['TOKEN']);
  });

  test('has no error or warning that its definition would not have', () => {
    const { findings } = checkTopology(state);
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
  });
});

describe('what synth wrote beside it', () => {
  const companions: Companions = {
    written: {
      name: 'shop',
      paths: new Map([['docker_container.db', 'shop/db']]),
      providers: new Map(),
      providerBlocks: [],
    },
    declared: parseTopology(
      JSON.stringify({
        version: 1,
        hosts: [
          { id: 'big', endpoint: 'environment', engineVersion: '28.5' },
          { id: 'far', endpoint: 'ssh://far' },
        ],
        networks: [],
        volumes: [{ id: 'docker_volume.data', host: 'big', protected: true }],
        containers: [
          {
            id: 'shop/db',
            host: 'big',
            mode: 'networks',
            listens: [{ port: 3306, protocol: 'tcp' }],
          },
        ],
        accepted: [{ code: 'SUBNET_OVERLAP', at: 'docker_network.random', reason: 'two sites' }],
      }),
      'topology.json',
    ),
  };
  const topology = readTerraform(
    JSON.parse(planBytes.toString()) as object as never,
    companions,
    'plan.json',
  );

  test('gives construct paths and the stack', () => {
    expect(containerOf(topology, 'shop/db')).toMatchObject({ stack: 'shop' });
    expect(containerOf(topology, 'docker_container.sidecar').modeContainer).toBe('shop/db');
  });

  test('gives what is known of the hosts', () => {
    expect(topology.hosts).toEqual([
      expect.objectContaining({ id: 'big', engineVersion: '28.5' }),
      expect.objectContaining({ id: 'far' }),
    ]);
  });

  test('gives what no plan shows', () => {
    expect(containerOf(topology, 'shop/db').listens).toEqual([{ port: 3306, protocol: 'tcp' }]);
    expect(topology.volumes[0]!.protected).toBe(true);
  });

  test('keeps what is accepted', () => {
    expect(checkTopology(topology).accepted.map(({ code }) => code)).toEqual(['SUBNET_OVERLAP']);
  });
});

describe('a malformed plan', () => {
  const document = (fields: object): Uint8Array =>
    Buffer.from(JSON.stringify({ format_version: '1.2', ...fields }));
  const planned = (...resources: unknown[]): object => ({
    planned_values: { root_module: { resources } },
  });
  const web = (values: object, fields: object = {}): object => ({
    address: 'docker_container.web',
    mode: 'managed',
    type: 'docker_container',
    name: 'web',
    values: { name: 'web', image: 'nginx', ...values },
    ...fields,
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['another format', Buffer.from('{"format_version":"2.0"}'), /^plan.json: .*format_version/],
    ['a list for an object', document({ planned_values: [] }), /#\/planned_values: .*a list/],
    ['a text for a resource', document(planned('x')), /resources\/0: .*else than an object/],
    ['a number for a name', document(planned(web({ name: 7 }))), /values\/name: there is 7/],
    ['an object for text', document(planned(web({ env: [{}] }))), /values\/env\/0: .*an object/],
    [
      'a port that is none',
      document(planned(web({ ports: [{ internal: 99999 }] }))),
      /ports\/0\/internal: there is 99999/,
    ],
    [
      'another protocol',
      document(planned(web({ ports: [{ internal: 1, protocol: 'x' }] }))),
      /'x'/,
    ],
    ['a restart policy', document(planned(web({ restart: 'maybe' }))), /'maybe'/],
    ['one address twice', document(planned(web({}), web({}))), /is used twice/],
  ])('rejects %s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
    expect(() => read(bytes)).toThrow('[SOURCE_MALFORMED]');
  });

  test('does not show a sensitive value of another type', () => {
    const bytes = document(planned(web({ name: 4711 }, { sensitive_values: { name: true } })));
    expect(renderTopologyJson(read(bytes))).not.toContain('4711');
  });

  test('a change anywhere in it gives a topology or an error of ours', () => {
    const places = [...placesOf(JSON.parse(Buffer.from(planBytes).toString()) as object)];
    fc.assert(
      fc.property(fc.nat(places.length - 1), fc.jsonValue({ maxDepth: 1 }), (index, value) => {
        const changed = JSON.parse(Buffer.from(planBytes).toString()) as object;
        const { parent, key } = [...placesOf(changed)][index]!;
        parent[key] = value;
        try {
          checkTopology(parseTopology(renderTopologyJson(read(jsonBytes(changed))), ''));
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
          expect((error as ConfigError).code).toMatch(/^SOURCE_/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function jsonBytes(value: object): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every place in a document. */
function* placesOf(value: object): Generator<Place> {
  const parent = value as Record<string, unknown>;
  for (const key of Object.keys(parent)) {
    yield { parent, key };
    const inner = parent[key];
    if (typeof inner === 'object' && inner !== null) yield* placesOf(inner);
  }
}
