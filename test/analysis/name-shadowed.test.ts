import { nameShadowed } from '../../src/analysis/rules/name-shadowed';
import { defaultBridge, messages, places, type ContainerPart } from './topologies';

const networks = [{ id: 'shop/back' }, { id: 'shop/front' }, defaultBridge()];

function at(
  id: string,
  part: Partial<ContainerPart>,
  aliases: readonly string[] = [],
): ContainerPart {
  return { id, attachments: [{ network: 'shop/back', aliases }], ...part };
}

const cache = at('shop/cache', { name: 'redis' });

test.each<[string, ContainerPart, boolean]>([
  ['alias', at('shop/b', {}, ['redis']), true],
  ['alias in capitals', at('shop/b', {}, ['Redis']), true],
  ['host name', at('shop/b', { hostname: 'redis' }), true],
  [
    'alias in another network',
    { id: 'shop/b', attachments: [{ network: 'shop/front', aliases: ['redis'] }] },
    false,
  ],
  [
    'host name on the default bridge',
    { id: 'shop/b', hostname: 'redis', attachments: [{ network: 'local:bridge' }] },
    false,
  ],
  ['construct id alone', at('shop/redis', {}, ['redis']), false],
])('of its own name as the %s of another container', (_, other, isFound) => {
  expect(places(nameShadowed, { networks, containers: [cache, other] })).toEqual(
    isFound ? [other.id] : [],
  );
});

test('finds a construct id as soon as somebody looks it up', () => {
  const other = at('shop/redis', { env: { REDIS_HOST: 'redis' } }, ['redis']);
  expect(places(nameShadowed, { networks, containers: [cache, other] })).toEqual(['shop/redis']);
});

test("says it at each of the others, and never at the name's owner", () => {
  const containers = [cache, at('shop/a', {}, ['redis']), at('shop/b', { hostname: 'redis' })];
  expect(messages(nameShadowed, { networks, containers })).toEqual([
    "shop/a: its alias 'redis' is the name of shop/cache in shop/back: lookups get either of the two; choose another alias [NAME_SHADOWED]",
    "shop/b: its hostname 'redis' is the name of shop/cache in shop/back: lookups get either of the two; choose another hostname [NAME_SHADOWED]",
  ]);
});

test('lets a container have its own name as alias and host name', () => {
  const own = at('shop/cache', { name: 'redis', hostname: 'redis' }, ['redis']);
  expect(places(nameShadowed, { networks, containers: [own] })).toEqual([]);
});
