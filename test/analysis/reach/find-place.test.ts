import { ConfigError } from '../../../src/errors';
import { createModel } from '../../../src/analysis/model';
import { findPlace } from '../../../src/analysis/reach/find-place';
import { placeText } from '../../../src/analysis/reach/place';
import { topologyOf, type Parts } from '../topologies';

const PARTS: Parts = {
  containers: [
    { id: 'blog/web', name: 'blog-web' },
    { id: 'shop/web', name: 'shop-web' },
    { id: 'shop/db', name: 'db001' },
    { id: 'shop/lan', name: 'outside' },
  ],
};

const TWO_HOSTS: Parts = { ...PARTS, hosts: [{ id: 'local' }, { id: 'far' }] };

function find(text: string, parts = PARTS): string {
  return placeText(findPlace(createModel(topologyOf(parts)), text, 'from'));
}

function problem(text: string, parts = PARTS): unknown {
  try {
    return find(text, parts);
  } catch (error) {
    return error instanceof ConfigError ? error.message : error;
  }
}

test.each([
  ['shop/db', 'shop/db'],
  ['db001', 'shop/db'],
  ['db', 'shop/db'],
  ['blog-web', 'blog/web'],
  ['host', 'host:local'],
  ['host:local', 'host:local'],
  ['lan', 'lan:local'],
  ['lan-routed', 'lan-routed:local'],
  ['lan-routed:local', 'lan-routed:local'],
  ['outside', 'outside'],
  ['container:outside', 'shop/lan'],
  ['container:lan', 'shop/lan'],
  ['container:shop/db', 'shop/db'],
])("'%s' is %s", (text, place) => {
  expect(find(text)).toBe(place);
});

test('what is written as the place is found again by it', () => {
  for (const text of ['blog/web', 'host:far', 'lan:far', 'lan-routed:far', 'outside']) {
    expect(find(text, TWO_HOSTS)).toBe(text);
  }
});

test('a name comes before the last part of an id', () => {
  const containers = [
    { id: 'shop/web', name: 'front' },
    { id: 'shop/front', name: 'other' },
  ];
  expect(find('front', { containers })).toBe('shop/web');
});

test('what another stack refers to by name is the container that is declared', () => {
  const containers = [
    { id: 'blog/db', name: 'shop-db', external: true },
    { id: 'shop/db', name: 'shop-db' },
  ];
  expect(find('shop-db', { containers })).toBe('shop/db');
  expect(find('blog/db', { containers })).toBe('shop/db');
  expect(find('db', { containers })).toBe('shop/db');
});

test.each([
  ['blog-wep', "from: there is no container 'blog-wep'; did you mean 'blog-web'? [PLACE_UNKNOWN]"],
  ['SHOP', "from: there is no container 'SHOP'; did you mean 'shop-web'"],
  ['host:locl', "from: there is no host 'locl'; did you mean 'local'? [PLACE_UNKNOWN]"],
  [
    'cache-of-nobody',
    "from: there is no container 'cache-of-nobody'; write a container's id or name, host, lan, lan-routed or outside [PLACE_UNKNOWN]",
  ],
  ['', "from: there is no container ''; write a container's id or name"],
  ['host:', "from: there is no host ''; write a container's id or name"],
  [
    'web',
    "from: 'web' may be blog/web and shop/web; write one of them, such as 'blog/web' [PLACE_AMBIGUOUS]",
  ],
])("rejects '%s'", (text, message) => {
  expect(problem(text)).toContain(message);
});

test.each(['host', 'lan', 'lan-routed'])('rejects %s where there are several hosts', (text) => {
  expect(problem(text, TWO_HOSTS)).toBe(
    `from: '${text}' may be ${text}:far and ${text}:local; write one of them, such as '${text}:far' [PLACE_AMBIGUOUS]`,
  );
});

test('rejects host where there is none', () => {
  expect(problem('host', { hosts: [] })).toContain('[PLACE_UNKNOWN]');
});
