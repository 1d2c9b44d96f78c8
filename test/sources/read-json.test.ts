import * as fc from 'fast-check';
import { ConfigError } from '../../src/errors';
import { MAX_SOURCE_BYTES, readJson } from '../../src/sources/read-json';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function errorOf(bytes: Uint8Array): ConfigError {
  try {
    readJson(bytes, 'plan.json');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new TypeError('it was read');
}

test('reads whatever JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('__proto__'));
      expect(readJson(bytesOf(text), '')).toEqual(JSON.parse(text));
    }),
  );
});

test('reads text with a byte order mark', () => {
  expect(readJson(bytesOf('\ufeff{}'), '')).toEqual({});
});

test('reads brackets and quotes in text as text', () => {
  const value = { '[[[{{"': `\\"${'['.repeat(1000)}` };
  expect(readJson(bytesOf(JSON.stringify(value)), '')).toEqual(value);
});

test('any bytes give a value or an error of ours', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        readJson(bytes, '');
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
  );
});

test.each<[string, Uint8Array, string]>([
  ['nothing', bytesOf(''), 'the file is empty'],
  ['spaces', bytesOf(' \n '), 'the file is empty'],
  ['half a document', bytesOf('{"a": [1,'), 'the file is not JSON'],
  ['two documents', bytesOf('{} {}'), 'the file is not JSON'],
  ['a comment', bytesOf('{} // no'), 'the file is not JSON'],
  ['a lone quote', bytesOf('"'), 'the file is not JSON'],
  ['a binary plan', bytesOf('PK\u0003\u0004'), 'terraform show -json plan.json > plan.json'],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), 'UTF-16'],
  ['zero bytes', Uint8Array.of(0x7b, 0, 0x7d), 'zero bytes'],
  ['what is no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'not UTF-8'],
  ['a __proto__ key', bytesOf('{"a": [{"__proto__": {"x": 1}}]}'), "the key '__proto__'"],
  ['an escaped one', bytesOf('{"\\u005f_proto__": {"x": 1}}'), "the key '__proto__'"],
  ['deep lists', bytesOf('['.repeat(100_000)), 'nests more than 200 levels'],
  ['deep objects', bytesOf('{"a":'.repeat(100_000)), 'nests more than 200 levels'],
])('rejects %s', (_, bytes, message) => {
  const error = errorOf(bytes);
  expect(error.code).toBe('SOURCE_MALFORMED');
  expect(error.message).toContain(message);
  expect(error.message.split('\n')).toHaveLength(1);
});

test('rejects a source that is larger than anything real', () => {
  expect(errorOf(new Uint8Array(MAX_SOURCE_BYTES + 1)).message).toBe(
    'plan.json: the source is larger than 64 MiB; check a part of it: one stack, or one state, at a time [SOURCE_TOO_LARGE]',
  );
});

test('rejects more values than anything real has', () => {
  const bytes = new Uint8Array(20_000_000).fill(0x30);
  for (let index = 2; index < bytes.length; index += 2) bytes[index] = 0x2c;
  bytes[0] = 0x5b;
  bytes[bytes.length - 1] = 0x5d;
  expect(errorOf(bytes).code).toBe('SOURCE_TOO_LARGE');
});

test('keys that objects inherit are plain keys', () => {
  const text = '{"constructor": 1, "toString": 2, "hasOwnProperty": 3}';
  expect(Object.keys(readJson(bytesOf(text), '') as object)).toEqual([
    'constructor',
    'toString',
    'hasOwnProperty',
  ]);
});
