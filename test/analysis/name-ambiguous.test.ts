import { nameAmbiguous } from '../../src/analysis/rules/name-ambiguous';
import { nameShared } from '../../src/analysis/rules/name-shared';
import { defaultBridge, messages, places, type ContainerPart } from './topologies';

const networks = [{ id: 'shop/back', name: 'back' }, { id: 'shop/front' }, defaultBridge()];

function named(id: string, image: string | undefined, alias = 'db'): ContainerPart {
  return { id, image, attachments: [{ network: 'shop/back', aliases: [alias] }] };
}

test.each<[string | undefined, string | undefined, boolean]>([
  ['mariadb:11.4.2', 'postgres:17', true],
  ['mariadb:11.4.2', 'mariadb:10.11', false],
  ['mariadb:11.4.2', 'ghcr.io/shop/mariadb:11.4.2', true],
  ['mariadb', 'docker.io/library/mariadb:latest', false],
  ['mariadb:11.4.2', undefined, false],
  [undefined, undefined, false],
])('of the images %s and %s it finds something: %s', (one, two, isFound) => {
  const containers = [named('shop/a', one), named('shop/b', two)];
  const shared = { networks, containers };
  expect(places(nameAmbiguous, shared)).toEqual(isFound ? ['shop/b'] : []);
  expect(places(nameShared, shared)).toEqual(isFound ? [] : ['shop/back']);
});

test('looks at no case', () => {
  const containers = [named('shop/a', 'mariadb', 'DB'), named('shop/b', 'postgres', 'db')];
  expect(places(nameAmbiguous, { networks, containers })).toEqual(['shop/b']);
});

test.each([
  ['another network', 'shop/front'],
  ['the default bridge', 'local:bridge'],
])('lets a container in %s have the name', (_, network) => {
  const other = { ...named('shop/b', 'postgres'), attachments: [{ network, aliases: ['db'] }] };
  expect(
    places(nameAmbiguous, { networks, containers: [named('shop/a', 'mariadb'), other] }),
  ).toEqual([]);
});

test('names all of them in one finding', () => {
  const containers = ['mariadb', 'postgres', 'mysql'].map((image) => named(`shop/${image}`, image));
  expect(messages(nameAmbiguous, { networks, containers })).toEqual([
    "shop/mysql: 'db' is a name of shop/mariadb, shop/mysql and shop/postgres in shop/back, and they are of different images: lookups get any of them; rename all but one, or keep them in different networks [NAME_AMBIGUOUS]",
  ]);
});

test('takes ids of constructs for an accident until somebody looks one up', () => {
  const containers = ['shop', 'blog'].map((stack) => named(`${stack}/db`, stack));
  const asking: ContainerPart = {
    id: 'shop/web',
    env: { DB_HOST: 'db' },
    attachments: [{ network: 'shop/back' }],
  };
  expect(places(nameAmbiguous, { networks, containers })).toEqual([]);
  expect(places(nameAmbiguous, { networks, containers: [...containers, asking] })).toEqual([
    'shop/db',
  ]);
});
