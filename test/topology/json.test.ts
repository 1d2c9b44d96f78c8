import * as fc from 'fast-check';
import type { Container } from '../../src/topology/container';
import { renderTopologyJson } from '../../src/topology/json';
import { parseTopology } from '../../src/topology/parse';
import { EMPTY_TOPOLOGY, type Topology } from '../../src/topology/topology';
import { anyTopology } from './arbitrary';

test('writes the four lists and the version even when there is nothing in them', () => {
  expect(renderTopologyJson(EMPTY_TOPOLOGY)).toBe(`{
  "version": 1,
  "hosts": [],
  "networks": [],
  "volumes": [],
  "containers": []
}
`);
});

test('leaves out empty lists, empty maps and what is false', () => {
  const json = renderTopologyJson({
    ...EMPTY_TOPOLOGY,
    hosts: [
      {
        id: 'local',
        endpoint: 'unix:///var/run/docker.sock',
        kind: 'native',
        addressPools: [],
        interfaces: [],
        routes: [],
        services: [],
        daemon: {},
      },
    ],
    volumes: [
      {
        id: 'data',
        host: 'local',
        driverOptions: {},
        labels: {},
        protected: false,
        external: true,
        unknown: [],
      },
    ],
  });
  expect(JSON.parse(json)).toEqual({
    version: 1,
    hosts: [{ id: 'local', endpoint: 'unix:///var/run/docker.sock', kind: 'native' }],
    networks: [],
    volumes: [{ id: 'data', host: 'local', external: true }],
    containers: [],
  });
});

/** Where an empty list or false says something else than nothing. */
test.each<[string, Partial<Container>]>([
  ['an empty command', { command: [] }],
  ['an empty entrypoint', { entrypoint: [] }],
  ['an empty healthcheck', { healthcheck: { test: [] } }],
  ['a copied mount', { mounts: [{ type: 'volume', readOnly: false, noCopy: false }] }],
])('keeps %s', (_what, fields) => {
  const [before] = parseTopology(MINIMAL, '').containers;
  const topology = parseTopology(MINIMAL, '');
  const changed: Topology = { ...topology, containers: [{ ...before!, ...fields }] };
  expect(parseTopology(renderTopologyJson(changed), '')).toEqual(changed);
});

const MINIMAL = JSON.stringify({
  version: 1,
  hosts: [{ id: 'local', endpoint: 'unix:///var/run/docker.sock' }],
  networks: [],
  volumes: [],
  containers: [{ id: 'web', host: 'local', mode: 'networks' }],
});

describe('laws', () => {
  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => {
        expect(parseTopology(renderTopologyJson(topology), '')).toStrictEqual(topology);
      }),
      { numRuns: 300 },
    );
  });

  test('the same topology gives the same bytes, also after it was read back', () => {
    fc.assert(
      fc.property(anyTopology, (topology) => {
        const json = renderTopologyJson(topology);
        expect(renderTopologyJson(structuredClone(topology))).toBe(json);
        expect(renderTopologyJson(parseTopology(json, ''))).toBe(json);
      }),
    );
  });
});
