import * as fc from 'fast-check';
import { defaultBridgeId, isDefaultBridge } from '../../src/topology/network';
import { EMPTY_TOPOLOGY, mergeTopologies, type Topology } from '../../src/topology/topology';
import { anyTopology } from './arbitrary';

test('takes what two topologies have under one id from the first', () => {
  const volume = {
    host: 'local',
    driverOptions: {},
    labels: {},
    protected: false,
    external: false,
    unknown: [],
  };
  const first: Topology = { ...EMPTY_TOPOLOGY, volumes: [{ ...volume, id: 'a', name: 'first' }] };
  const second: Topology = {
    ...EMPTY_TOPOLOGY,
    volumes: [
      { ...volume, id: 'b' },
      { ...volume, id: 'a', name: 'second' },
    ],
  };
  const { volumes } = mergeTopologies([first, second]);
  expect(volumes.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'first'],
    ['b', undefined],
  ]);
});

describe('laws of merging', () => {
  test('nothing merged is empty', () => {
    expect(mergeTopologies([])).toEqual(EMPTY_TOPOLOGY);
  });

  test('a topology merged with itself or with an empty one stays as it is', () => {
    fc.assert(
      fc.property(anyTopology, (any) => {
        expect(mergeTopologies([any, any])).toEqual(any);
        expect(mergeTopologies([EMPTY_TOPOLOGY, any, EMPTY_TOPOLOGY])).toEqual(any);
      }),
    );
  });

  test('it makes no difference which two are merged first', () => {
    fc.assert(
      fc.property(anyTopology, anyTopology, anyTopology, (a, b, c) => {
        const together = mergeTopologies([a, b, c]);
        expect(mergeTopologies([mergeTopologies([a, b]), c])).toEqual(together);
        expect(mergeTopologies([a, mergeTopologies([b, c])])).toEqual(together);
      }),
    );
  });
});

test("knows the engine's own bridge by its id", () => {
  const network = {
    host: 'nas',
    subnets: [],
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    ipamOptions: {},
    options: {},
    labels: {},
    external: true,
    unknown: [],
  };
  expect(defaultBridgeId('nas')).toBe('nas:bridge');
  expect(isDefaultBridge({ ...network, id: 'nas:bridge' })).toBe(true);
  expect(isDefaultBridge({ ...network, id: 'local:bridge' })).toBe(false);
  expect(isDefaultBridge({ ...network, id: 'shop/back', name: 'bridge' })).toBe(false);
});
