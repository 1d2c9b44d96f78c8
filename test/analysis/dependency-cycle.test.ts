import { dependencyCycle as rule } from '../../src/analysis/rules/dependency-cycle';
import { messages, places, type ContainerPart } from './topologies';

function needs(id: string, ...ids: readonly string[]): ContainerPart {
  return {
    id,
    dependsOn: ids.map((container) => ({ container, condition: 'started' })),
  };
}

function shares(id: string, modeContainer: string): ContainerPart {
  return { id, mode: 'container', modeContainer };
}

test('goes round from the first by id', () => {
  const containers = [needs('b', 'c'), needs('c', 'a'), needs('a', 'b')];
  expect(messages(rule, { containers })).toEqual([
    'a: each of a -> b -> c -> a needs the next one before it can start; drop one dependsOn, or one shared network [DEPENDENCY_CYCLE]',
  ]);
});

test.each<[string, ContainerPart[]]>([
  ['of shared networks', [shares('a', 'b'), shares('b', 'a')]],
  ['of a shared network and a wait', [shares('a', 'b'), needs('b', 'a')]],
  ['with somebody who waits for it', [needs('a', 'b'), needs('b', 'a'), needs('0', 'a')]],
  ['with somebody it waits for', [needs('a', 'b', 'z'), needs('b', 'a'), needs('z')]],
])('finds a cycle %s once', (_, containers) => {
  expect(places(rule, { containers })).toEqual(['a']);
});

test('finds every cycle', () => {
  const containers = [needs('a', 'b'), needs('b', 'a'), needs('c', 'd'), needs('d', 'c')];
  expect(places(rule, { containers })).toEqual(['a', 'c']);
});

test('reports a container that needs itself', () => {
  expect(messages(rule, { containers: [needs('a', 'a')] })).toEqual([
    expect.stringContaining('a: it needs itself before it can start;'),
  ]);
});

test('sees through the name by which another stack refers to a container', () => {
  const containers = [
    shares('shop/web', 'shop/vpn'),
    { id: 'shop/vpn', name: 'vpn', external: true },
    { ...needs('vpn/vpn', 'shop/web'), name: 'vpn' },
  ];
  expect(places(rule, { containers })).toEqual(['shop/web']);
});

test.each<[string, ContainerPart[]]>([
  ['a chain', [needs('a', 'b'), needs('b', 'c'), needs('c')]],
  ['two ways to one', [needs('a', 'b', 'c'), needs('b', 'd'), needs('c', 'd'), needs('d')]],
  ['somebody of another topology', [needs('a', 'elsewhere')]],
])('lets %s pass', (_, containers) => {
  expect(messages(rule, { containers })).toEqual([]);
});
