import * as fc from 'fast-check';
import {
  checkAlias,
  checkExtraHostName,
  checkHostname,
  checkInterfaceName,
  checkNetworkName,
  checkObjectName,
  isAlias,
} from '../../src/notation/names';

const AT = 'shop/web';
const OBJECT_FIX =
  'write at least two of a-z, A-Z, 0-9, _, . and -, beginning with a letter or digit';

describe('a container or volume name', () => {
  test.each(['ab', 'a_', 'a.', 'a-', 'A1', '0b', 'a-b.c_d', 'x'.repeat(300)])(
    'can be %s',
    (name) => {
      expect(() => {
        checkObjectName(name, AT, 'container name');
      }).not.toThrow();
    },
  );

  test.each([
    ['a', 'is one character long'],
    ['_a', 'has a character that Docker refuses'],
    ['.a', 'has a character that Docker refuses'],
    ['-a', 'has a character that Docker refuses'],
    ['/ab', 'has a character that Docker refuses'],
    ['a b', 'has a character that Docker refuses'],
    ['a/b', 'has a character that Docker refuses'],
    ['a:b', 'has a character that Docker refuses'],
    ['ä1', 'has a character that Docker refuses'],
    ['ab\n', 'has a character that Docker refuses'],
    ['', 'is empty'],
  ])('rejects %j', (name, problem) => {
    expect(() => {
      checkObjectName(name, AT, 'container name');
    }).toThrow(
      `shop/web: container name '${name.replace('\n', '\\n')}' ${problem}; ${OBJECT_FIX} [NAME_MALFORMED]`,
    );
  });
});

describe('a network name', () => {
  test.each(['ab', 'test-net', 'wordpress_net', 'Bridge', 'bridge2'])('can be %s', (name) => {
    expect(() => {
      checkNetworkName(name, AT);
    }).not.toThrow();
  });

  test.each(['bridge', 'host', 'none', 'default'])('rejects %s, which every engine has', (name) => {
    expect(() => {
      checkNetworkName(name, AT);
    }).toThrow(
      `shop/web: network name '${name}' belongs to a network that every engine has; choose another one, or use NetworkMode [NAME_MALFORMED]`,
    );
  });

  test.each(['a', 'my net', ''])('rejects %j', (name) => {
    expect(() => {
      checkNetworkName(name, AT);
    }).toThrow('NAME_MALFORMED');
  });
});

describe('an alias', () => {
  const LONGEST = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;

  test.each([
    'a',
    'db',
    'db-1',
    'a_',
    '_a',
    'x-',
    'A_B',
    'a.b.c',
    'a.-b',
    '1a',
    'a1.2',
    '1.2.3.4.5',
    LONGEST,
  ])('can be %s', (alias) => {
    expect(() => {
      checkAlias(alias, AT);
    }).not.toThrow();
    expect(isAlias(alias)).toBe(true);
  });

  const LETTERS = 'write letters, digits, _, - and single dots between them';
  test.each([
    ['', `alias '' cannot be looked up as a host name; ${LETTERS}`],
    ['-x', `alias '-x' cannot be looked up as a host name; ${LETTERS}`],
    ['a..b', `alias 'a..b' cannot be looked up as a host name; ${LETTERS}`],
    ['.a', `alias '.a' cannot be looked up as a host name; ${LETTERS}`],
    ['a.', `alias 'a.' cannot be looked up as a host name; ${LETTERS}`],
    ['ä', `alias 'ä' cannot be looked up as a host name; ${LETTERS}`],
    ['a b', `alias 'a b' cannot be looked up as a host name; ${LETTERS}`],
    ['a/b', `alias 'a/b' cannot be looked up as a host name; ${LETTERS}`],
    ['*', `alias '*' cannot be looked up as a host name; ${LETTERS}`],
    ['1', "alias '1' is read as an IP address; begin with a letter"],
    ['1.2', "alias '1.2' is read as an IP address; begin with a letter"],
    ['10.0.0.5', "alias '10.0.0.5' is read as an IP address; begin with a letter"],
    [
      'x'.repeat(64),
      `alias '${'x'.repeat(57)}...' has a part of 64 characters; write at most 63 between two dots`,
    ],
    [
      `a.${'x'.repeat(64)}`,
      `alias 'a.${'x'.repeat(55)}...' has a part of 64 characters; write at most 63 between two dots`,
    ],
    [`${LONGEST}d`, `alias '${'a'.repeat(57)}...' has 254 characters; write at most 253`],
  ])('rejects %j', (alias, message) => {
    expect(() => {
      checkAlias(alias, AT);
    }).toThrow(`shop/web: ${message} [NAME_MALFORMED]`);
    expect(isAlias(alias)).toBe(false);
  });

  test('is one exactly when nothing is wrong with it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', '.', '-', '_', ' '), maxLength: 8 });
    fc.assert(
      fc.property(text, (any) => {
        const check = (): void => {
          checkAlias(any, AT);
        };
        if (isAlias(any)) expect(check).not.toThrow();
        else expect(check).toThrow('NAME_MALFORMED');
      }),
    );
  });
});

describe('a name in the hosts file', () => {
  test.each(['db', 'db.example', '_a', 'a-', 'x'.repeat(64), 'x'.repeat(253)])(
    'can be %s',
    (name) => {
      expect(() => {
        checkExtraHostName(name, AT);
      }).not.toThrow();
    },
  );

  test.each(['', '-a', '*.a', 'a b', 'ä', 'a\tb', 'a#b', 'x'.repeat(254)])('rejects %j', (name) => {
    expect(() => {
      checkExtraHostName(name, AT);
    }).toThrow('NAME_MALFORMED');
  });
});

describe('a hostname', () => {
  test.each(['a', 'web-1', 'web.example', '_a', 'a_', 'a-', 'A', '1', 'x'.repeat(64)])(
    'can be %s',
    (name) => {
      expect(() => {
        checkHostname(name, AT);
      }).not.toThrow();
    },
  );

  const FIX = 'write at most 64 letters, digits, _, . and -';
  test.each([
    ['x'.repeat(65), `hostname '${'x'.repeat(57)}...' has 65 characters; ${FIX}`],
    ['', `hostname '' is empty; ${FIX}`],
    ['-a', `hostname '-a' has a character that a host name cannot have; ${FIX}`],
    ['a b', `hostname 'a b' has a character that a host name cannot have; ${FIX}`],
    ['a/b', `hostname 'a/b' has a character that a host name cannot have; ${FIX}`],
    ['ä', `hostname 'ä' has a character that a host name cannot have; ${FIX}`],
    [
      'a\n1.2.3.4 b',
      `hostname 'a\\n1.2.3.4 b' has a character that a host name cannot have; ${FIX}`,
    ],
  ])('rejects %j', (name, message) => {
    expect(() => {
      checkHostname(name, AT);
    }).toThrow(`shop/web: ${message} [HOSTNAME_MALFORMED]`);
  });
});

describe('an interface name', () => {
  test.each(['eth0', 'br-0a1b2c3d4e5f', 'wg0.10', 'x'.repeat(15), '...', 'é'])(
    'can be %s',
    (name) => {
      expect(() => {
        checkInterfaceName(name, AT, 'bridge name');
      }).not.toThrow();
    },
  );

  test.each([
    ['x'.repeat(16), `bridge name '${'x'.repeat(16)}' has 16 bytes`],
    ['é'.repeat(8), `bridge name '${'é'.repeat(8)}' has 16 bytes`],
    ['', "bridge name '' is not an interface name"],
    ['.', "bridge name '.' is not an interface name"],
    ['..', "bridge name '..' is not an interface name"],
    ['a/b', "bridge name 'a/b' is not an interface name"],
    ['a b', "bridge name 'a b' is not an interface name"],
    ['eth0:1', "bridge name 'eth0:1' is not an interface name"],
  ])('rejects %j', (name, message) => {
    expect(() => {
      checkInterfaceName(name, AT, 'bridge name');
    }).toThrow(
      `shop/web: ${message}; write at most 15 characters without spaces, / and : [INTERFACE_NAME_MALFORMED]`,
    );
  });
});
