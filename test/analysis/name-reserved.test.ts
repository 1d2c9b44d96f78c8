import { nameReserved as rule } from '../../src/analysis/rules/name-reserved';
import { defaultBridge, inNetworks, messages, places, type ContainerPart } from './topologies';

const back = { id: 'back' };

function alias(name: string): ContainerPart {
  return { id: 'web', attachments: [{ network: 'back', aliases: [name] }] };
}

test.each(['localhost', 'LocalHost', 'ip6-loopback', 'host.docker.internal'])(
  'reports the alias %s',
  (name) => {
    expect(places(rule, { networks: [back], containers: [alias(name)] })).toEqual(['web']);
  },
);

test.each(['local', 'localhost.example', 'docker.internal'])('lets the alias %s pass', (name) => {
  expect(messages(rule, { networks: [back], containers: [alias(name)] })).toEqual([]);
});

test('says what a name of the host means', () => {
  const containers = [{ id: 'web', name: 'host.docker.internal', ...inNetworks('back') }];
  expect(messages(rule, { networks: [back], containers })).toEqual([
    "web: its name 'host.docker.internal' in back is no use to others: it is the host on Docker Desktop, and wherever extraHosts says so; choose another name [NAME_RESERVED]",
  ]);
});

test('reports every container that has the name, by host name too', () => {
  const containers = [
    { id: 'a', hostname: 'localhost', ...inNetworks('back') },
    { id: 'b', name: 'localhost', ...inNetworks('back') },
  ];
  expect(places(rule, { networks: [back], containers })).toEqual(['a', 'b']);
});

test('has nothing to say on the default bridge, where no name is looked up', () => {
  const bridge = defaultBridge();
  const containers = [{ id: 'web', name: 'localhost', ...inNetworks(bridge.id) }];
  expect(messages(rule, { networks: [bridge], containers })).toEqual([]);
});
