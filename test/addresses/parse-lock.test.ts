import { ConfigError } from '../../src/errors';
import { parseLock } from '../../src/addresses/parse-lock';
import { renderLock } from '../../src/addresses/render-lock';
import { member, network, plan } from './history';

const TEXT = `{
  "version": 1,
  "entries": [
    { "network": "blog/back", "subnet": "10.0.0.0/24", "ipRange": "10.0.0.128/25" },
    { "network": "blog/back", "container": "blog/db", "address": "10.0.0.2" },
    { "network": "blog/back", "container": "blog/old", "address": "10.0.0.3", "removed": "2026-01-02" },
    { "network": "blog/back", "subnet": "fd00:1::/64" },
    { "network": "blog/front", "subnet": "10.0.1.0/24", "removed": "2026-01-02" },
    { "end": true }
  ]
}
`;

function errorOf(text: string): ConfigError {
  try {
    parseLock(text, 'portolan.lock.json');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new TypeError('the file was read');
}

test('writes what it reads', () => {
  expect(renderLock(parseLock(TEXT, 'portolan.lock.json'))).toBe(TEXT);
});

test('writes one line for each entry, by network and container, each with a comma', () => {
  const members = ['shop/c10', 'shop/c2', 'shop/a'].map((path) => member(path));
  const { lock } = plan([network('shop/n10'), network('shop/n2', { families: [4, 6], members })]);
  const lines = renderLock(lock).split('\n').slice(3, -4);
  expect(lines.every((line) => /^ {4}\{ .* \},$/.test(line))).toBe(true);
  expect(
    lines.map((line) =>
      Object.values(JSON.parse(line.slice(0, -1)) as Record<string, string>).slice(0, 2),
    ),
  ).toEqual([
    ['shop/n2', '10.0.0.0/24'],
    ['shop/n2', 'shop/a'],
    ['shop/n2', 'shop/c2'],
    ['shop/n2', 'shop/c10'],
    ['shop/n2', 'fd00:1::/64'],
    ['shop/n2', 'shop/a'],
    ['shop/n2', 'shop/c2'],
    ['shop/n2', 'shop/c10'],
    ['shop/n10', '10.0.1.0/24'],
  ]);
});

test('reads what a formatter laid out in another way', () => {
  const text = JSON.stringify(JSON.parse(TEXT), null, '\t').replaceAll('\n', '\r\n');
  expect(parseLock(text, 'a')).toEqual(parseLock(TEXT, 'a'));
});

test('keeps any name of a construct', () => {
  const path = 'shop/a "b" {c} \\ ü';
  const { lock } = plan([network(path, { members: [member(`${path}d`)] })]);
  expect([...lock.values()].map((record) => record.network)).toEqual([path]);
});

test('names the line and both networks when two have one place, as after a merge', () => {
  const text = TEXT.replace('"10.0.1.0/24", "removed": "2026-01-02"', '"10.0.0.0/25"');
  expect(errorOf(text).message).toBe(
    'portolan.lock.json:8: 10.0.0.0/25 overlaps 10.0.0.0/24 of blog/back in line 4; ' +
      'delete the lines of one of the two networks: it gets a new block [LOCK_MALFORMED]',
  );
});

test.each<[string, (text: string) => string, number, string]>([
  ['that is empty', () => '', 1, 'not the beginning of a lock file'],
  ['that is something else', () => '{ "name": "blog" }', 1, 'not the beginning of a lock file'],
  [
    'with a merge conflict',
    (text) => text.replace(/^(.*blog\/db.*)$/m, '<<<<<<< ours\n$1\n=======\n>>>>>>> theirs'),
    5,
    'there is a merge conflict',
  ],
  [
    'without a comma',
    (text) => text.replace('"10.0.0.2" },', '"10.0.0.2" }'),
    6,
    'a comma is missing',
  ],
  [
    'with a broken entry',
    (text) => text.replace('"container": "blog/db"', '"container" "x"'),
    5,
    'not an entry',
  ],
  ['that is cut off', (text) => text.slice(0, text.indexOf('{ "end"')), 9, 'not an entry'],
  ['with more behind', (text) => `${text}x`, 10, 'stands behind the last entry'],
  ['with a number', (text) => text.replace('"blog/db"', '5'), 5, 'container is 5'],
  [
    'with an unknown field',
    (text) => text.replace('"address"', '"adress"'),
    5,
    "no field 'adress'",
  ],
  [
    'without a network',
    (text) => text.replace('"network": "blog/front", ', ''),
    8,
    'network is missing',
  ],
  [
    'without an address',
    (text) => text.replace(', "address": "10.0.0.2"', ''),
    5,
    'address is missing',
  ],
  [
    'with a block that is none',
    (text) => text.replace('10.0.0.0/24', '10.0.0.5/24'),
    4,
    "subnet '10.0.0.5/24'",
  ],
  [
    'with a range outside',
    (text) => text.replace('10.0.0.128/25', '10.0.9.0/25'),
    4,
    'is outside subnet',
  ],
  [
    'with a day that is none',
    (text) => text.replace('2026-01-02', '2026-02-30'),
    6,
    "removed is '2026-02-30'",
  ],
  [
    'with an address that is none',
    (text) => text.replace('10.0.0.2"', '10.0.0"'),
    5,
    "'10.0.0' is not an IP",
  ],
  [
    'with an address outside',
    (text) => text.replace('10.0.0.2"', '10.0.7.2"'),
    5,
    'a container can have in 10.0.0.0/24',
  ],
  [
    'with the gateway as an address',
    (text) => text.replace('10.0.0.2"', '10.0.0.1"'),
    5,
    'a container can have',
  ],
  [
    'with the broadcast address',
    (text) => text.replace('10.0.0.2"', '10.0.0.255"'),
    5,
    'a container can have',
  ],
  [
    'with one address twice',
    (text) => text.replace('"10.0.0.3", "removed": "2026-01-02"', '"10.0.0.2"'),
    6,
    'address 10.0.0.2 is in line 5, too',
  ],
  [
    'with a container twice',
    (text) => text.replace('blog/old', 'blog/db'),
    6,
    'in an earlier line, too',
  ],
  [
    'with a block twice',
    (text) => text.replace('blog/front', 'blog/back'),
    8,
    'an IPv4 block in line 4, too',
  ],
  [
    'with an address of an unknown network',
    (text) => text.replace('"blog/back", "container": "blog/db"', '"x", "container": "blog/db"'),
    5,
    'no line says which IPv4 block x has',
  ],
])('rejects a file %s', (_, change, line, problem) => {
  const text = change(TEXT);
  expect(text).not.toBe(TEXT);
  const error = errorOf(text);
  expect([error.code, error.details.at]).toEqual([
    'LOCK_MALFORMED',
    `portolan.lock.json:${String(line)}`,
  ]);
  expect(error.message).toContain(problem);
});

test('rejects a file of a newer version', () => {
  const error = errorOf(TEXT.replace('"version": 1', '"version": 2'));
  expect(error.message).toBe(
    'portolan.lock.json: the file has version 2 and this Portolan reads version 1; ' +
      'update the portolan package [LOCK_VERSION]',
  );
});
