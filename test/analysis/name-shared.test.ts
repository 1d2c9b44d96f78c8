import { nameShared } from '../../src/analysis/rules/name-shared';
import { messages, places, type ContainerPart } from './topologies';

const networks = [
  { id: 'shop/back', name: 'back' },
  { id: 'blog/back', name: 'back', external: true },
];

function named(id: string, alias: string, network = 'shop/back'): ContainerPart {
  return { id, attachments: [{ network, aliases: [alias] }] };
}

test('finds the ids of constructs of two stacks in one network', () => {
  const containers = [named('shop/web', 'web'), named('blog/web', 'web', 'blog/back')];
  expect(messages(nameShared, { networks, containers })).toEqual([
    "shop/back: 'web' is a name of blog/web and shop/web: lookups get any of them, in changing order; rename all but one unless lookups are to be spread over them [NAME_SHARED]",
  ]);
});

test('names three of them once', () => {
  const containers = ['shop/a', 'shop/b', 'shop/c'].map((id) => named(id, 'api'));
  expect(messages(nameShared, { networks, containers })).toEqual([
    "shop/back: 'api' is a name of shop/a, shop/b and shop/c: lookups get any of them, in changing order; rename all but one unless lookups are to be spread over them [NAME_SHARED]",
  ]);
});

test('finds a name that containers of two hosts have in an overlay network', () => {
  const mesh = { id: 'shop/mesh', driver: 'overlay' };
  const hosts = [{ id: 'local' }, { id: 'nas' }];
  const attachments = [{ network: 'shop/mesh' }];
  const containers = hosts.map(({ id: host }) => ({
    id: `shop/${host}`,
    name: 'agent',
    host,
    attachments,
    env: { AGENT_HOST: 'agent' },
  }));
  expect(places(nameShared, { hosts, networks: [mesh], containers })).toEqual(['shop/mesh']);
});

test.each<[string, readonly ContainerPart[]]>([
  ['one container has the name twice', [{ ...named('shop/a', 'api'), hostname: 'api' }]],
  ['two containers have different names', [named('shop/a', 'api'), named('shop/b', 'web')]],
  [
    'an alias is the name of another one',
    [named('shop/a', 'api'), { ...named('shop/b', 'b'), name: 'api' }],
  ],
])('finds nothing where %s', (_, containers) => {
  expect(places(nameShared, { networks, containers })).toEqual([]);
});
