import { volumeNameTaken as rule } from '../../src/analysis/rules/volume-name-taken';
import { messages, type VolumePart } from './topologies';

test('names the first by id to each of the others', () => {
  const volumes = ['c', 'a', 'b'].map((id) => ({ id, name: 'data' }));
  expect(messages(rule, { volumes })).toEqual([
    expect.stringMatching(/^b: its name 'data' belongs to a on/),
    expect.stringMatching(/^c: its name 'data' belongs to a on/),
  ]);
});

test.each<[string, VolumePart]>([
  ['on another host', { id: 'b', name: 'data', host: 'far' }],
  ['in another case', { id: 'b', name: 'Data' }],
  ['that is referred to', { id: 'b', name: 'data', external: true }],
  ['that only Terraform knows', { id: 'b', name: undefined, unknown: ['name'] }],
])('lets a name pass %s', (_, other) => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  expect(messages(rule, { hosts, volumes: [{ id: 'a', name: 'data' }, other] })).toEqual([]);
});

test('does not take two names for one that nobody knows', () => {
  const volumes = ['a', 'b'].map((id) => ({ id, name: undefined }));
  expect(messages(rule, { volumes })).toEqual([]);
});
