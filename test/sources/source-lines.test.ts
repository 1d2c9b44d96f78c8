import { parseSourceLines, renderSourceLines } from '../../src/sources/source-lines';

const LINES = new Map([
  ['shop/web', { file: '../main.ts', line: 14, column: 3 }],
  ['shop/db', { file: 'C:/a b:1/main.ts', line: 2, column: 1 }],
]);

test('writes one entry a line, by id', () => {
  expect(renderSourceLines(LINES)).toBe(`{
  "version": 1,
  "lines": {
    "shop/db": "C:/a b:1/main.ts:2:1",
    "shop/web": "../main.ts:14:3"
  }
}
`);
});

test('reads what it wrote', () => {
  expect(parseSourceLines(JSON.parse(renderSourceLines(LINES)), '')).toEqual(LINES);
});

test('takes nothing from a later version', () => {
  expect(parseSourceLines({ version: 2, lines: { a: 1 } }, '')).toEqual(new Map());
});

test.each([1, null, 'main.ts', 'main.ts:0:1', 'main.ts:1', ':1:1', {}])('rejects %p', (text) => {
  expect(() => parseSourceLines({ version: 1, lines: { 'a/b': text } }, 'lines.json')).toThrow(
    /^lines\.json#\/lines\/a~1b: .*\[SOURCE_MALFORMED\]$/,
  );
});
