import { containerNameTaken as rule } from '../../src/analysis/rules/container-name-taken';
import { messages, type ContainerPart } from './topologies';

test('names the first by id to each of the others', () => {
  const containers = ['c', 'a', 'b'].map((id) => ({ id, name: 'data' }));
  expect(messages(rule, { containers })).toEqual([
    expect.stringMatching(/^b: its name 'data' belongs to a on/),
    expect.stringMatching(/^c: its name 'data' belongs to a on/),
  ]);
});

test.each<[string, ContainerPart]>([
  ['on another host', { id: 'b', name: 'data', host: 'far' }],
  ['in another case', { id: 'b', name: 'Data' }],
  ['that is referred to', { id: 'b', name: 'data', external: true }],
  ['that only Terraform knows', { id: 'b', name: undefined, unknown: ['name'] }],
])('lets a name pass %s', (_, other) => {
  const hosts = [{ id: 'local' }, { id: 'far' }];
  expect(messages(rule, { hosts, containers: [{ id: 'a', name: 'data' }, other] })).toEqual([]);
});

test('does not take two names for one that nobody knows', () => {
  const containers = ['a', 'b'].map((id) => ({ id, name: undefined }));
  expect(messages(rule, { containers })).toEqual([]);
});
