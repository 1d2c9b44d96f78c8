import { hostNamedTwice as rule } from '../../src/analysis/rules/host-named-twice';
import { messages, places } from './topologies';

const endpoint = 'ssh://deploy@10.0.0.5';

test('names the first by id to each of the others', () => {
  const hosts = ['c', 'a', 'b'].map((id) => ({ id, endpoint }));
  expect(messages(rule, { hosts })).toEqual([
    expect.stringMatching(/^b: its engine, ssh:\/\/deploy@10.0.0.5, is the one of host a:/),
    expect.stringMatching(/^c: its engine, ssh:\/\/deploy@10.0.0.5, is the one of host a:/),
  ]);
});

test('takes the surroundings of the provider for one engine', () => {
  const hosts = ['a', 'b'].map((id) => ({ id, endpoint: 'environment' }));
  expect(places(rule, { hosts })).toEqual(['b']);
});

test.each(['ssh://deploy@10.0.0.6', 'ssh://root@10.0.0.5', 'tcp://10.0.0.5:2376'])(
  'takes %s for another engine',
  (other) => {
    const hosts = [
      { id: 'a', endpoint },
      { id: 'b', endpoint: other },
    ];
    expect(messages(rule, { hosts })).toEqual([]);
  },
);
