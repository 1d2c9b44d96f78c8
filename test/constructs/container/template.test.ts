import fc from 'fast-check';
import { splitTemplate } from '../../../src/constructs/container/template';

test.each([
  ['plain', 'plain', []],
  ['', '', []],
  ['a-${var.x}-b', 'a-${}-b', ['var.x']],
  ['${var.x}${var.y}', '${}${}', ['var.x', 'var.y']],
  ['${lookup(var.m, "}")}.', '${}.', ['lookup(var.m, "}")']],
  ['${join("-", ["\\"}", var.x])}', '${}', ['join("-", ["\\"}", var.x])']],
  ['${"a${var.x}}"}!', '${}!', ['"a${var.x}}"']],
  ['${"$${"}!', '${}!', ['"$${"']],
  ['${{ for k, v in var.m : k => v }}', '${}', ['{ for k, v in var.m : k => v }']],
  ['$${HOME} ${var.x}', '$${HOME} ${}', ['var.x']],
  ['$$${HOME}', '$$${HOME}', []],
  ['a ${~ var.x ~} b', 'a ${} b', [' var.x ']],
  ['%{ if true }a%{ endif }', '%{ if true }a%{ endif }', []],
  ['$ { } {}', '$ { } {}', []],
])('takes %j apart', (template, text, expressions) => {
  expect(splitTemplate(template)).toEqual({ text, expressions });
});

test.each(['${var.x', '${"a', '${"a\\', '${{}'])(
  'takes the rest of %j, which has no end',
  (template) => {
    expect(splitTemplate(template)).toEqual({ text: '${}', expressions: [template.slice(2)] });
  },
);

test('puts back together what it took apart', () => {
  const expression = fc.constantFrom('var.x', 'lookup(m, "}")', '{ a = "${b}" }', '"\\""');
  const part = fc.oneof(
    expression.map((inside) => `\${${inside}}`),
    fc.string({ unit: fc.constantFrom('a', '"', '}', '\\', '%') }),
    fc.constant('$${'),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const template = parts.join('');
      const { text, expressions } = splitTemplate(template);
      let next = 0;
      const whole = text.replace(/\$\$\{|\$\{\}/g, (found) =>
        found === '$${' ? found : `\${${expressions[next++] ?? ''}}`,
      );
      expect(whole).toBe(template);
    }),
  );
});
