import { Lazy, TerraformVariable, Token } from 'cdktf';
import * as fc from 'fast-check';
import { isToken, literal, literalList, literalMap } from '../../src/constructs/token';
import { shop } from '../support/synth';

describe('isToken', () => {
  const variable = new TerraformVariable(shop(), 'v', { type: 'any' });

  test.each<[string, unknown]>([
    ['text', variable.stringValue],
    ['text in text', `http://${variable.stringValue}/`],
    ['a number', variable.numberValue],
    ['a number in text', `http://x:${String(variable.numberValue)}/`],
    ['a list', variable.listValue],
    ['a map', Token.asStringMap(variable.value)],
    ['anything', variable.value],
    ['a lazy value', Lazy.anyValue({ produce: () => 1 })],
  ])('knows %s', (_, value) => {
    expect(isToken(value)).toBe(true);
  });

  test.each<[unknown]>([
    ['text'],
    [''],
    ['${var.x}'],
    ['-8 e+298'],
    [5],
    [1.5],
    [-8.1e298],
    [NaN],
    [Infinity],
    [true],
    [null],
    [undefined],
    [[]],
    [['a', 'b']],
    [{}],
    [{ a: 'b' }],
  ])('knows that %p is none', (value) => {
    expect(isToken(value)).toBe(false);
  });

  test('knows every number that cdktf makes', () => {
    for (let index = 0; index < 1000; index += 1) {
      const number = Token.asNumber({
        resolve: () => index,
        creationStack: [],
        toString: () => '',
      });
      expect(isToken(`port ${String(number)}`)).toBe(true);
    }
  });
});

describe('literal', () => {
  test.each([
    ['plain', 'plain'],
    ['${x}', '$${x}'],
    ['$${x}', '$$${x}'],
    ['%{if x}', '%%{if x}'],
    ['%%{x}', '%%%{x}'],
    ['$x {y} 100%', '$x {y} 100%'],
  ])('of %s is %s', (text, escaped) => {
    expect(literal(text)).toBe(escaped);
  });

  test('leaves what only Terraform knows', () => {
    const { stringValue } = new TerraformVariable(shop(), 'v', { type: 'string' });
    expect(literal(`\${x}${stringValue}`)).toBe(`$\${x}${stringValue}`);
  });

  test('leaves no expression', () => {
    const text = fc.string({ unit: fc.constantFrom('$', '%', '{', '}', 'a') });
    fc.assert(
      fc.property(text, (value) => {
        // What Terraform reads back: two marks before a brace are one.
        const readBack = literal(value)
          .replace(/\$\$\{/g, '${')
          .replace(/%%\{/g, '%{');
        expect(readBack).toBe(value);
        expect(literal(value)).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
      }),
    );
  });

  test('is made of lists, and of maps with their keys', () => {
    expect(literalList(['${a}', 'b'])).toEqual(['$${a}', 'b']);
    expect(literalMap({ '${a}': '%{b}' })).toEqual({ '$${a}': '%%{b}' });
  });
});
