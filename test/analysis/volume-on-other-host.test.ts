import { volumeOnOtherHost as rule } from '../../src/analysis/rules/volume-on-other-host';
import { places, type VolumePart } from './topologies';

const hosts = [{ id: 'local' }, { id: 'far' }];

test.each<[string, VolumePart[], string[]]>([
  ['declared on the other host', [{ id: 'data', host: 'far' }], ['db']],
  ['referred to on the other host', [{ id: 'data', host: 'far', external: true }], ['db']],
  ['declared on the same host', [{ id: 'data' }], []],
  ['of another topology', [], []],
])('of a container with a volume %s', (_, volumes, expected) => {
  const mounts = [{ type: 'volume' as const, volume: 'data', target: '/data' }];
  expect(places(rule, { hosts, volumes, containers: [{ id: 'db', mounts }] })).toEqual(expected);
});

test('has nothing to say of folders and volumes without a declaration', () => {
  const mounts = [
    { type: 'bind' as const, source: '/srv', target: '/srv' },
    { type: 'volume' as const, source: 'data', target: '/data' },
  ];
  const parts = {
    hosts,
    volumes: [{ id: 'data', host: 'far' }],
    containers: [{ id: 'db', mounts }],
  };
  expect(places(rule, parts)).toEqual([]);
});
