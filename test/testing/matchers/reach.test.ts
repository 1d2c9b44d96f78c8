import { toBeIsolatedFrom, toReach } from '../../../src/testing/matchers/reach';
import { toReachByName } from '../../../src/testing/matchers/by-name';
import { blocks, inNetworks, topologyOf, type ContainerPart } from '../../analysis/topologies';
import { shown } from './outcome-text';

const tcp = { protocol: 'tcp' } as const;

function shop(
  containers: readonly ContainerPart[] = [],
  engineVersion: string | undefined = '28.5',
) {
  return topologyOf({
    hosts: [{ id: 'local', engineVersion }],
    networks: [
      { id: 'shop/front', subnets: blocks('10.80.0.0/24') },
      { id: 'shop/back', subnets: blocks('10.81.0.0/24'), internal: true },
    ],
    containers: [
      {
        id: 'shop/web',
        listens: [{ port: 80, ...tcp }],
        publish: [{ containerPort: 80, hostPort: 8080, ...tcp }],
        attachments: [{ network: 'shop/front' }, { network: 'shop/back' }],
      },
      {
        id: 'shop/db',
        listens: [
          { port: 3306, ...tcp },
          { port: 33060, ...tcp },
        ],
        attachments: [{ network: 'shop/back', aliases: ['database'] }],
      },
      { id: 'shop/cache', ...inNetworks('shop/front') },
      ...containers,
    ],
  });
}

const SHOP = shop();
const ROOTLESS = topologyOf({
  hosts: [{ id: 'local', kind: 'rootless' }],
  networks: [{ id: 'shop/net' }],
  containers: [
    { id: 'shop/a', listens: [{ port: 80, ...tcp }], ...inNetworks('shop/net') },
    { id: 'shop/b', listens: [{ port: 80, ...tcp }], ...inNetworks('shop/net') },
  ],
});

describe('toReach', () => {
  test.each<[string, string, (number | string)?]>([
    ['web', 'db', 3306],
    ['web', 'db', '3306/tcp'],
    ['shop-web', 'shop/db'],
    ['cache', 'web', 80],
    ['lan', 'web', 80],
    ['host', 'db', 3306],
    ['web', 'outside'],
    ['web', 'cache', 6379],
  ])('%s reaches %s', (from, to, ...[port]) => {
    expect(toReach(SHOP, from, to, port).pass).toBe(true);
  });

  test('says how, where it was not to', () => {
    expect(shown(toReach(SHOP, 'web', 'db', 3306))).toEqual({
      pass: true,
      text:
        'expected shop/web not to reach shop/db:3306/tcp, but it does by name shop-db ' +
        '(shop/web > dns 127.0.0.11 (shop/back) > bridge shop/back > shop/db)',
    });
    expect(toReach(SHOP, 'host', 'db').message()).toContain('(host:local > bridge shop/back > ');
  });

  test('says what stands in the way, where, and up to three alternatives', () => {
    const { pass, text } = shown(toReach(SHOP, 'cache', 'db', 3306));
    const [expected, reason, path, ...others] = text.split('\n');
    expect(pass).toBe(false);
    expect(expected).toBe('expected shop/cache to reach shop/db:3306/tcp, but it does not:');
    expect(reason).toMatch(/^ {2}shop\/back is internal, .*; connect .* \[INTERNAL_NETWORK\]$/);
    expect(path).toBe(
      '  on the way shop/cache > route shop/front > bridge shop/front > isolation shop/back',
    );
    expect(others.length).toBeGreaterThan(0);
    expect(others.length).toBeLessThanOrEqual(3);
    for (const line of others) expect(line).toMatch(/^ {2}or: by .*: .*\[\w+\]$/);
  });

  test('offers the ports that it does reach', () => {
    const { pass, text } = shown(toReach(SHOP, 'web', 'db', 5432));
    expect(pass).toBe(false);
    expect(text).toContain('[NOT_LISTENING]');
    expect(text).toContain(
      '\n  or: it reaches shop/db by name shop-db on port 3306/tcp (shop/web > ',
    );
    expect(text).toContain(
      '\n  or: it reaches shop/db by name shop-db on port 33060/tcp (shop/web > ',
    );
  });

  test('fails either way where nobody knows', () => {
    const { pass, text } = shown(toReach(ROOTLESS, 'a', 'b', 80));
    expect(pass).toBe('unsure');
    expect(text).toMatch(
      /^whether shop\/a reaches shop\/b:80\/tcp is not known: .*\[ENGINE_KIND_UN/,
    );
  });
});

describe('toBeIsolatedFrom', () => {
  test('wants both directions closed', () => {
    expect(toBeIsolatedFrom(SHOP, 'db', 'cache').pass).toBe(true);
    expect(toBeIsolatedFrom(SHOP, 'web', 'db').pass).toBe(false);
  });

  test('counts ports that are published on the host', () => {
    const { pass, text } = shown(toBeIsolatedFrom(SHOP, 'lan', 'web'));
    expect(pass).toBe(false);
    expect(text).toContain(
      "lan:local reaches shop/web by the host's address on port 8080/tcp (lan:",
    );
  });

  test('shows up to three ways of each', () => {
    const [expected, ...ways] = toBeIsolatedFrom(SHOP, 'web', 'db').message().split('\n');
    expect(expected).toBe('expected shop/web and shop/db to be isolated from each other, but');
    expect(ways.map((line) => /^ {2}(\S+ reaches \S+ by) /.exec(line)?.[1])).toEqual([
      'shop/web reaches shop/db by',
      'shop/web reaches shop/db by',
      'shop/web reaches shop/db by',
      'shop/db reaches shop/web by',
      'shop/db reaches shop/web by',
    ]);
  });

  test('says what keeps them apart, where they were not to be', () => {
    expect(toBeIsolatedFrom(SHOP, 'db', 'cache').message()).toMatch(
      /^expected shop\/db or shop\/cache to reach the other, but neither does:\n {2}shop\/db to shop\/cache: .*\n {2}shop\/cache to shop\/db: /,
    );
  });

  test('fails either way where nobody knows', () => {
    expect(toBeIsolatedFrom(ROOTLESS, 'a', 'b').pass).toBe('unsure');
  });
});

describe('toReachByName', () => {
  test.each<[string, string, number | string]>([
    ['web', 'shop-db', 3306],
    ['web', 'Database', '3306/tcp'],
    ['web', 'shop-cache', 6379],
  ])('%s reaches %s', (from, name, port) => {
    expect(toReachByName(SHOP, from, name, port).pass).toBe(true);
  });

  test('says how, where it was not to', () => {
    expect(toReachByName(SHOP, 'web', 'database', 3306).message()).toBe(
      'expected shop/web not to reach database:3306/tcp by its name, but\n' +
        '  shop/db: it does by alias database (shop/web > dns 127.0.0.11 (shop/back) > bridge shop/back > shop/db)',
    );
  });

  test('offers the names by which the container is reached', () => {
    const { pass, text } = shown(toReachByName(SHOP, 'web', 'db', 3306));
    expect(pass).toBe(false);
    expect(text).toContain('[NAME_UNKNOWN]');
    expect(text).toContain('\n  or: it reaches shop/db by name shop-db (shop/web > ');
    expect(text).toContain('\n  or: it reaches shop/db by alias database (shop/web > ');
  });

  test('offers names that are alike', () => {
    const { text } = shown(toReachByName(SHOP, 'web', 'databse', 3306));
    expect(text).toMatch(/\n {2}or: the names it finds: database, [\w-]+, [\w-]+$/);
  });

  test('a name that leads to one who answers and to one who does not fails either way', () => {
    const two = shop([
      {
        id: 'shop/db2',
        listens: [{ port: 5432, ...tcp }],
        attachments: [{ network: 'shop/back', aliases: ['database'] }],
      },
    ]);
    const { pass, text } = shown(toReachByName(two, 'web', 'database', 3306));
    expect(pass).toBe('unsure');
    expect(text).toMatch(
      /^shop\/web reaches database:3306\/tcp by its name only sometimes, or nobody knows:\n {2}shop\/db2: nothing .*\n {2}shop\/db: it does /,
    );
  });
});

test.each<[() => unknown, string]>([
  [() => toReach(SHOP, 'wob', 'db'), "toReach: there is no container 'wob'; did you mean"],
  [() => toReach(SHOP, 'web', 5 as never), 'PROP_TYPE'],
  [() => toReach(SHOP, 'web', 'db', 0), 'PROP_RANGE'],
  [() => toReach(SHOP, 'web', 'db', 'http'), 'PORT_MALFORMED'],
  [() => toReach(SHOP, 'web', 'db', '80/http'), 'PROP_CHOICE'],
  [() => toReach(SHOP, 'web', 'db', null as never), 'PROP_TYPE'],
  [() => toBeIsolatedFrom(SHOP, 'web', 'dbb'), 'PLACE_UNKNOWN'],
  [() => toReachByName(SHOP, 'web', '', 80), 'PROP_EMPTY'],
  [() => toReachByName(SHOP, 'web', 'db', undefined as never), 'PROP_TYPE'],
])('rejects a mistake in the test, with and without .not, row %#', (action, text) => {
  expect(action).toThrow(text);
});
