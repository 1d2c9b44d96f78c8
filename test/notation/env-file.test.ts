import * as fc from 'fast-check';
import { parseEnvFile } from '../../src/notation/env-file';

/** Names and values alone, as Docker would pass them on. */
function read(text: string): (string | undefined)[][] {
  return parseEnvFile(text, 'web.env').map(({ name, value }) =>
    value === undefined ? [name] : [name, value],
  );
}

test.each<[string, string, string[][]]>([
  [
    'a variable a line',
    'A=1\nB=2\n',
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  ['a last line without an end', 'A=1', [['A', '1']]],
  [
    'line ends of Windows',
    'A=1\r\nB=2\r\n',
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  ['one carriage return of two', 'A=1\r\r\n', [['A', '1\r']]],
  ['a carriage return within a line', 'A=1\rB=2\n', [['A', '1\rB=2']]],
  ['a byte order mark at the beginning', '\uFEFFA=1\n', [['A', '1']]],
  ['one byte order mark, and no second', '\uFEFF\uFEFFA=1\n', [['\uFEFFA', '1']]],
  [
    'a byte order mark of a later line as part of the name',
    'A=1\n\uFEFFB=2',
    [
      ['A', '1'],
      ['\uFEFFB', '2'],
    ],
  ],
  [
    'quotes as part of the value',
    'A="x y"\nB=\'z\'',
    [
      ['A', '"x y"'],
      ['B', "'z'"],
    ],
  ],
  [
    'spaces after the value as part of it',
    'A=1  \nB=\t2\t',
    [
      ['A', '1  '],
      ['B', '\t2\t'],
    ],
  ],
  [
    'no spaces before the name',
    '  A=1\n\tB=2\n\u00a0C=3\n\u0085D=4\n\u2028E=5',
    [
      ['A', '1'],
      ['B', '2'],
      ['C', '3'],
      ['D', '4'],
      ['E', '5'],
    ],
  ],
  ['no comment lines', '#A=1\n  # B=2\nC=3', [['C', '3']]],
  [
    'what looks like a comment after a value as part of it',
    'A=1 # x\nB=#2',
    [
      ['A', '1 # x'],
      ['B', '#2'],
    ],
  ],
  ['no empty lines', '\n \n\t\n\r\nA=1\n\n', [['A', '1']]],
  ['an empty value', 'A=', [['A', '']]],
  ['all after the first = as the value', 'A=b=c', [['A', 'b=c']]],
  ['a name alone', 'A\nB=1\nC\r\n', [['A'], ['B', '1'], ['C']]],
  ['dollars and backslashes as they are', 'A=$HOME ${X}\\n\\', [['A', '$HOME ${X}\\n\\']]],
  [
    'names that no shell would take',
    'A-B.C=1\n1A=2\nÄ=ö\n"D"=3',
    [
      ['A-B.C', '1'],
      ['1A', '2'],
      ['Ä', 'ö'],
      ['"D"', '3'],
    ],
  ],
  [
    'a name twice',
    'A=1\nA=2',
    [
      ['A', '1'],
      ['A', '2'],
    ],
  ],
  ['nothing', '', []],
])('reads %s', (_what, text, entries) => {
  expect(read(text)).toEqual(entries);
});

test('keeps the number of the line', () => {
  expect(parseEnvFile('# first\n\nA=1\n  B\n', 'web.env')).toEqual([
    { name: 'A', value: '1', line: 3 },
    { name: 'B', line: 4 },
  ]);
});

test('reads the longest line that Docker takes', () => {
  const value = 'x'.repeat(65_533);
  expect(read(`A=${value}\nB=1`)).toEqual([
    ['A', value],
    ['B', '1'],
  ]);
});

test.each([
  [
    'a value without a name',
    'A=1\n=2',
    'web.env:2: the line has no variable name before =; write NAME=value [ENV_FILE_MALFORMED]',
  ],
  [
    'a space in a name',
    'export A=1',
    "web.env:1: the variable name 'export A' contains a space; write NAME=value, without spaces around = and without export [ENV_FILE_MALFORMED]",
  ],
  [
    'a space before =',
    'A =1',
    "web.env:1: the variable name 'A ' contains a space; write NAME=value, without spaces around = and without export [ENV_FILE_MALFORMED]",
  ],
  [
    'a tab in a name',
    'A\t=1',
    "web.env:1: the variable name 'A\\t' contains a space; write NAME=value, without spaces around = and without export [ENV_FILE_MALFORMED]",
  ],
  [
    'a space after a name alone',
    'A ',
    "web.env:1: the variable name 'A ' contains a space; write NAME=value, without spaces around = and without export [ENV_FILE_MALFORMED]",
  ],
  [
    'a line that Docker finds too long',
    `B=1\nA=${'x'.repeat(65_534)}`,
    'web.env:2: the line has 65536 bytes, and Docker reads at most 65535; put the text into a file of its own [ENV_FILE_MALFORMED]',
  ],
  [
    'a line that is too long with its carriage return',
    `A=${'x'.repeat(65_533)}\r\n`,
    'web.env:1: the line has 65536 bytes, and Docker reads at most 65535; put the text into a file of its own [ENV_FILE_MALFORMED]',
  ],
  [
    'a line that is too long in bytes, not in characters',
    `A=${'ä'.repeat(32_767)}`,
    'web.env:1: the line has 65536 bytes, and Docker reads at most 65535; put the text into a file of its own [ENV_FILE_MALFORMED]',
  ],
  [
    'a zero byte',
    'A=1\0',
    'web.env:1: the line has a zero byte, which no variable can hold; save the file as UTF-8 text [ENV_FILE_MALFORMED]',
  ],
])('rejects %s', (_what, text, message) => {
  expect(() => parseEnvFile(text, 'web.env')).toThrow(message);
});

test('never shows a value, which may be secret', () => {
  const value = 's3cret';
  const files = [`=${value}`, `A B=${value}`, `A=${value}\0`, `A=${value.repeat(20_000)}`];
  for (const file of files) {
    let message = '';
    try {
      parseEnvFile(file, 'web.env');
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('ENV_FILE_MALFORMED');
    expect(message).not.toContain(value);
  }
});

test('what is written as NAME=value is read back', () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,9}$/);
  const value = fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter((text) => !/[\n\0]/.test(text) && !text.endsWith('\r') && !/\p{Cs}/u.test(text));
  const variables = fc.array(fc.tuple(name, value));
  fc.assert(
    fc.property(variables, fc.constantFrom('\n', '\r\n'), (any, end) => {
      const text = any.map((pair) => `${pair.join('=')}${end}`).join('');
      expect(read(text)).toEqual(any);
    }),
  );
});
