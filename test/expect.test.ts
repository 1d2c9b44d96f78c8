import * as fc from 'fast-check';
import { ConfigError } from '../src/errors';
import {
  expectBoolean,
  expectChoice,
  expectInteger,
  expectList,
  expectRecord,
  expectString,
  expectText,
  nearest,
  show,
  unknownProp,
} from '../src/expect';

const AT = 'shop/web';

test.each([
  ['text', "'text'"],
  ['', "''"],
  ['x'.repeat(60), `'${'x'.repeat(60)}'`],
  ['x'.repeat(61), `'${'x'.repeat(57)}...'`],
  ['a\nb\tc', "'a\\nb\\tc'"],
  [0, '0'],
  [NaN, 'NaN'],
  [false, 'false'],
  [null, 'null'],
  [undefined, 'undefined'],
  [[1, 2], 'a list'],
  [{ a: 1 }, 'an object'],
  [(): number => 1, 'function'],
  [Symbol('s'), 'symbol'],
])('shows %j as %s', (value, shown) => {
  expect(show(value)).toBe(shown);
});

describe('accepts', () => {
  test.each<[string, () => void]>([
    [
      'text',
      () => {
        expectString('', AT, 'name');
      },
    ],
    [
      'text that is not blank',
      () => {
        expectText(' a ', AT, 'name');
      },
    ],
    [
      'true',
      () => {
        expectBoolean(true, AT, 'internal');
      },
    ],
    [
      'false',
      () => {
        expectBoolean(false, AT, 'internal');
      },
    ],
    [
      'the least number',
      () => {
        expectInteger(1, AT, 'mtu', { min: 1, max: 9 });
      },
    ],
    [
      'the greatest number',
      () => {
        expectInteger(9, AT, 'mtu', { min: 1, max: 9 });
      },
    ],
    [
      'any number where there is no greatest',
      () => {
        expectInteger(2 ** 53 - 1, AT, 'mtu', { min: 0 });
      },
    ],
    [
      'a choice',
      () => {
        expectChoice('udp', AT, 'protocol', ['tcp', 'udp']);
      },
    ],
    [
      'an empty list',
      () => {
        expectList([], AT, 'dns');
      },
    ],
    [
      'an empty object',
      () => {
        expectRecord({}, AT, 'env');
      },
    ],
  ])('%s', (_what, check) => {
    expect(check).not.toThrow();
  });
});

describe('rejects', () => {
  test.each<[string, () => void, string]>([
    [
      'a number for text',
      () => {
        expectString(5, AT, 'name');
      },
      'name is 5; write a string [PROP_TYPE]',
    ],
    [
      'a number for text that is not blank',
      () => {
        expectText(5, AT, 'name');
      },
      'name is 5; write a string [PROP_TYPE]',
    ],
    [
      'blank text',
      () => {
        expectText(' \t', AT, 'name');
      },
      'name is empty; write a value, or leave it out [PROP_EMPTY]',
    ],
    [
      'text for true',
      () => {
        expectBoolean('true', AT, 'internal');
      },
      "internal is 'true'; write true or false [PROP_TYPE]",
    ],
    [
      '0 for false',
      () => {
        expectBoolean(0, AT, 'internal');
      },
      'internal is 0; write true or false [PROP_TYPE]',
    ],
    [
      'text for a number',
      () => {
        expectInteger('80', AT, 'port', { min: 1 });
      },
      "port is '80'; write a number [PROP_TYPE]",
    ],
    [
      'a number too small',
      () => {
        expectInteger(0, AT, 'port', { min: 1, max: 65535 });
      },
      'port is 0; write a whole number from 1 to 65535 [PROP_RANGE]',
    ],
    [
      'a number too great',
      () => {
        expectInteger(65536, AT, 'port', { min: 1, max: 65535 });
      },
      'port is 65536; write a whole number from 1 to 65535 [PROP_RANGE]',
    ],
    [
      'a number too small where there is no greatest',
      () => {
        expectInteger(-1, AT, 'retries', { min: 0 });
      },
      'retries is -1; write a whole number of at least 0 [PROP_RANGE]',
    ],
    [
      'a fraction',
      () => {
        expectInteger(1.5, AT, 'port', { min: 1 });
      },
      'port is 1.5; write a whole number of at least 1 [PROP_RANGE]',
    ],
    [
      'what is not a number',
      () => {
        expectInteger(NaN, AT, 'port', { min: 1 });
      },
      'port is NaN; write a whole number of at least 1 [PROP_RANGE]',
    ],
    [
      'a number that is not exact',
      () => {
        expectInteger(2 ** 53, AT, 'port', { min: 1 });
      },
      'port is 9007199254740992; write a whole number of at least 1 [PROP_RANGE]',
    ],
    [
      'another choice',
      () => {
        expectChoice('icmp', AT, 'protocol', ['tcp', 'udp']);
      },
      "protocol is 'icmp'; write 'tcp', 'udp' [PROP_CHOICE]",
    ],
    [
      'a choice that is not text',
      () => {
        expectChoice(6, AT, 'protocol', ['tcp']);
      },
      'protocol is 6; write a string [PROP_TYPE]',
    ],
    [
      'an object for a list',
      () => {
        expectList({}, AT, 'dns');
      },
      'dns is an object; write a list [PROP_TYPE]',
    ],
    [
      'text for a list',
      () => {
        expectList('1.1.1.1', AT, 'dns');
      },
      "dns is '1.1.1.1'; write a list [PROP_TYPE]",
    ],
    [
      'a list for an object',
      () => {
        expectRecord([], AT, 'env');
      },
      'env is a list; write an object [PROP_TYPE]',
    ],
    [
      'null for an object',
      () => {
        expectRecord(null, AT, 'env');
      },
      'env is null; write an object [PROP_TYPE]',
    ],
  ])('%s', (_what, check, message) => {
    expect(check).toThrow(`shop/web: ${message}`);
    expect(check).toThrow(ConfigError);
  });
});

test.each([
  ['hostnmae', ['hostname', 'domainname'], 'hostname'],
  ['Hostname', ['hostname'], 'hostname'],
  ['hostname', ['hostname', 'hostnames'], 'hostname'],
  ['ports', ['publish', 'expose'], undefined],
  ['dn', ['dns', 'cpus'], 'dns'],
  ['', ['ab'], 'ab'],
  ['', ['abc'], undefined],
  ['anything', [], undefined],
])('the known word nearest to %j in %j is %j', (word, known, wanted) => {
  expect(nearest(word, known)).toBe(wanted);
});

test('names the property that was probably meant', () => {
  expect(unknownProp('hostnmae', AT, ['hostname']).message).toBe(
    "shop/web: there is no property 'hostnmae'; did you mean 'hostname'? [PROP_UNKNOWN]",
  );
});

test('tells to remove a property that is like none', () => {
  expect(unknownProp('colour', AT, ['hostname']).message).toBe(
    "shop/web: there is no property 'colour'; remove it [PROP_UNKNOWN]",
  );
});

describe('laws', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 12 });

  test('a known word is its own nearest', () => {
    fc.assert(
      fc.property(word, fc.array(word), (any, others) => {
        expect(nearest(any, [...others, any])).toBe(any);
      }),
    );
  });

  test('a word is found again after two of its characters were changed', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(), (any, i, j) => {
        const letters = Array.from(any);
        letters[i % letters.length] = 'x';
        letters[j % letters.length] = 'y';
        expect(nearest(letters.join(''), [any])).toBe(any);
      }),
    );
  });

  test('a word of wholly other characters is not near', () => {
    fc.assert(
      fc.property(word, (any) => {
        expect(nearest('x'.repeat(any.length), [any])).toBeUndefined();
      }),
    );
  });

  test('what is shown is one short line', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', "'", '\n', '\r', '\u0000'),
      maxLength: 99,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.integer(), fc.object()), (any) => {
        expect(show(any)).toMatch(/^.{1,62}$/);
      }),
    );
  });
});
