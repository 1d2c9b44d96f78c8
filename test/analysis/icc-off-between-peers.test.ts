import { iccOffBetweenPeers as rule } from '../../src/analysis/rules/icc-off-between-peers';
import { inNetworks, messages, places, type ContainerPart, type NetworkPart } from './topologies';

function network(id: string, icc: string): NetworkPart {
  return { id, options: { 'com.docker.network.bridge.enable_icc': icc } };
}

const cache: ContainerPart = { id: 'cache', ...inNetworks('a', 'b') };
const env = { REDIS_HOST: 'cache' };

test.each(['false', 'False', 'F', '0'])('reads %s as off, as Docker does', (icc) => {
  const parts = {
    networks: [network('a', icc)],
    containers: [
      { id: 'web', env, ...inNetworks('a') },
      { id: 'cache', ...inNetworks('a') },
    ],
  };
  expect(places(rule, parts)).toEqual(['web']);
});

test.each<[string, NetworkPart[], ContainerPart]>([
  [
    'have another network with icc on',
    [network('a', 'false'), { id: 'b' }],
    { id: 'web', env, ...inNetworks('a', 'b') },
  ],
  [
    'have a network with icc on by name',
    [network('a', 'true'), { id: 'b' }],
    { id: 'web', env, ...inNetworks('a') },
  ],
])('lets two pass that %s', (_, networks, web) => {
  expect(messages(rule, { networks, containers: [web, cache] })).toEqual([]);
});

test('names both networks when icc is off in either', () => {
  const networks = [network('a', 'false'), network('b', 'false')];
  const containers = [{ id: 'web', env, ...inNetworks('a', 'b') }, cache];
  expect(messages(rule, { networks, containers })).toEqual([
    expect.stringContaining('which is cache in a and b, where icc is off'),
  ]);
});

test('lets a container pass that names itself', () => {
  const networks = [network('a', 'false')];
  const containers = [
    { id: 'web', env: { REDIS_HOST: 'me' }, attachments: [{ network: 'a', aliases: ['me'] }] },
  ];
  expect(messages(rule, { networks, containers })).toEqual([]);
});
