import * as fc from 'fast-check';
import { diffTopologies, type TopologyChange } from '../../src/topology/diff';
import type { Intent } from '../../src/topology/intent';
import { intentText } from '../../src/topology/intent-text';
import { parseTopology } from '../../src/topology/parse';
import type { Topology } from '../../src/topology/topology';
import { anyTopology } from './arbitrary';

const HOST = { id: 'local', endpoint: 'unix:///var/run/docker.sock' };
const WEB = { id: 'web', host: 'local', mode: 'networks' };

function topology(fields: object): Topology {
  const document = { version: 1, hosts: [HOST], networks: [], volumes: [], containers: [] };
  return parseTopology(JSON.stringify({ ...document, ...fields }), '');
}

test('tells what was added and removed, in the order hosts, networks, volumes, containers, then by id', () => {
  const before = topology({
    networks: [
      { id: 'n2', host: 'local' },
      { id: 'n1', host: 'local' },
    ],
    containers: [WEB],
  });
  const after = topology({
    hosts: [HOST, { ...HOST, id: 'nas' }],
    volumes: [{ id: 'v', host: 'local' }],
    containers: [{ ...WEB, id: 'db' }],
  });
  expect(diffTopologies(before, after)).toEqual([
    { kind: 'added', entity: 'host', id: 'nas' },
    { kind: 'removed', entity: 'network', id: 'n1' },
    { kind: 'removed', entity: 'network', id: 'n2' },
    { kind: 'added', entity: 'volume', id: 'v' },
    { kind: 'added', entity: 'container', id: 'db' },
    { kind: 'removed', entity: 'container', id: 'web' },
  ]);
});

test('tells each changed field with its path, and what it was', () => {
  const attached = (ipv4: string): object => ({
    ...WEB,
    attachments: [{ network: 'n', ipv4 }],
  });
  const before = topology({ containers: [{ ...attached('10.0.0.2'), image: 'nginx:1.26' }] });
  const after = topology({ containers: [{ ...attached('10.0.0.3'), user: 'www' }] });
  const changed = { kind: 'changed', entity: 'container', id: 'web' };
  expect(diffTopologies(before, after)).toEqual([
    { ...changed, path: 'attachments/0/ipv4', before: '10.0.0.2', after: '10.0.0.3' },
    { ...changed, path: 'image', before: 'nginx:1.26' },
    { ...changed, path: 'user', after: 'www' },
  ]);
});

test('tells an entry that a list gained or lost', () => {
  const dns = (...list: string[]): Topology => topology({ containers: [{ ...WEB, dns: list }] });
  const changed = { kind: 'changed', entity: 'container', id: 'web' };
  expect(diffTopologies(dns('1.1.1.1'), dns('1.1.1.1', '9.9.9.9'))).toEqual([
    { ...changed, path: 'dns/1', after: '9.9.9.9' },
  ]);
  expect(diffTopologies(dns('1.1.1.1', '9.9.9.9'), dns('9.9.9.9'))).toEqual([
    { ...changed, path: 'dns/0', before: '1.1.1.1', after: '9.9.9.9' },
    { ...changed, path: 'dns/1', before: '9.9.9.9' },
  ]);
});

test('tells an option whose key has a slash by a path that is still one key', () => {
  const labelled = (value: string): Topology =>
    topology({ networks: [{ id: 'n', host: 'local', labels: { 'com.example/a~b': value } }] });
  expect(diffTopologies(labelled('1'), labelled('2'))).toEqual([
    {
      kind: 'changed',
      entity: 'network',
      id: 'n',
      path: 'labels/com.example~1a~0b',
      before: '1',
      after: '2',
    },
  ]);
});

test('tells the order of entries apart, but not that of keys', () => {
  const env = (value: object): Topology => topology({ containers: [{ ...WEB, env: value }] });
  expect(diffTopologies(env({ A: '1', B: '2' }), env({ B: '2', A: '1' }))).toEqual([]);
});

test('tells which intents came and went, last', () => {
  const reaches = (port: number): Intent => ({
    kind: 'reaches',
    stack: 'shop',
    from: { kind: 'container', id: 'web' },
    to: { kind: 'container', id: 'db' },
    port: { port, protocol: 'tcp' },
  });
  const before = topology({ containers: [WEB], intents: [reaches(80), reaches(3306)] });
  const after = topology({ intents: [reaches(3306), reaches(5432)] });
  expect(diffTopologies(before, after)).toEqual([
    { kind: 'removed', entity: 'container', id: 'web' },
    { kind: 'added', entity: 'intent', id: 'web reaches db:5432/tcp' },
    { kind: 'removed', entity: 'intent', id: 'web reaches db:80/tcp' },
  ]);
});

describe('laws', () => {
  test('a topology does not differ from itself', () => {
    fc.assert(
      fc.property(anyTopology, (any) => {
        expect(diffTopologies(any, structuredClone(any))).toEqual([]);
      }),
    );
  });

  test('the way back swaps what was and what is', () => {
    const back = ({ kind, before, after, ...rest }: TopologyChange): TopologyChange => ({
      ...rest,
      kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    });
    const place = ({ entity, id, path = '' }: TopologyChange): string => `${entity} ${id} ${path}`;
    const sorted = (changes: TopologyChange[]): TopologyChange[] =>
      changes.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    fc.assert(
      fc.property(anyTopology, anyTopology, (a, b) => {
        expect(sorted(diffTopologies(b, a))).toEqual(sorted(diffTopologies(a, b).map(back)));
      }),
    );
  });

  test('topologies without a difference are the same, but for the order of their lists', () => {
    fc.assert(
      fc.property(anyTopology, anyTopology, (a, b) => {
        const isSame = diffTopologies(a, b).length === 0;
        if (isSame) expect(entities(a)).toEqual(entities(b));
        else expect(entities(a)).not.toEqual(entities(b));
      }),
    );
  });

  test('the order of the lists makes no difference', () => {
    fc.assert(
      fc.property(anyTopology, anyTopology, (a, b) => {
        const reversed: Topology = {
          ...b,
          hosts: b.hosts.toReversed(),
          networks: b.networks.toReversed(),
          volumes: b.volumes.toReversed(),
          containers: b.containers.toReversed(),
          ...(b.intents === undefined ? {} : { intents: b.intents.toReversed() }),
        };
        expect(diffTopologies(a, reversed)).toEqual(diffTopologies(a, b));
      }),
    );
  });

  test('what is applied to the first topology gives the second', () => {
    fc.assert(
      fc.property(anyTopology, anyTopology, (a, b) => {
        expect(entities(applied(a, b, diffTopologies(a, b)))).toEqual(entities(b));
      }),
    );
  });

  test('fields come in the order of their paths, those of a list by number', () => {
    fc.assert(
      fc.property(anyTopology, anyTopology, (a, b) => {
        const swapped = JSON.parse(JSON.stringify(b), reverseKeys) as Topology;
        expect(diffTopologies(a, swapped)).toEqual(diffTopologies(a, b));
      }),
    );
    const pools = (count: number): Topology =>
      topology({
        hosts: [{ ...HOST, routes: Array.from({ length: count }, () => ({ destination: 'x' })) }],
      });
    expect(diffTopologies(pools(0), pools(12)).map(({ path }) => path)).toEqual(
      Array.from({ length: 12 }, (_, index) => `routes/${String(index)}`),
    );
  });
});

type Entities = Record<string, Record<string, unknown>>;

const LISTS = {
  host: 'hosts',
  network: 'networks',
  volume: 'volumes',
  container: 'containers',
  intent: 'intents',
} as const;

/** Every entity of a topology by its kind and id; an intent is what it says, whichever stack says it. */
function entities(any: Topology): Entities {
  return Object.fromEntries(
    Object.values(LISTS).map((list) => [
      list,
      Object.fromEntries(
        (any[list] ?? []).map((entity) =>
          'id' in entity
            ? [entity.id, structuredClone(entity)]
            : [intentText(entity), { ...structuredClone(entity), stack: 'any' }],
        ),
      ),
    ]),
  );
}

/** The first topology after the changes; what they add is taken from the second. */
function applied(before: Topology, target: Topology, changes: readonly TopologyChange[]): Topology {
  const [result, source] = [entities(before), entities(target)];
  for (const change of changes) {
    const list = LISTS[change.entity];
    const items = result[list]!;
    if (change.kind === 'removed') Reflect.deleteProperty(items, change.id);
    if (change.kind === 'added') items[change.id] = source[list]![change.id];
    if (change.kind === 'changed') setField(items[change.id] as object, change);
  }
  const document = Object.fromEntries(
    Object.entries(result).map(([list, items]) => [list, Object.values(items)]),
  );
  return { version: 1, ...JSON.parse(JSON.stringify(document), withoutHoles) } as Topology;
}

function setField(entity: object, { path = '', after }: TopologyChange): void {
  const keys = path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce(
    (value, key) => value[key] as Record<string, unknown>,
    entity as Record<string, unknown>,
  );
  if (after === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = after;
}

/** What was deleted of a list; JSON writes it as null, which the model does not have. */
function withoutHoles(_key: string, value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => item !== null) : value;
}

function reverseKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse());
}
