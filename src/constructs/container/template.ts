/** Text with Terraform's expressions, taken apart. */
export interface Template {
  /** The text with `${}` in place of each expression; escaped ones (`$${`) stay as they are. */
  readonly text: string;

  /** What stands between the braces, without the `~` that trims the text around. */
  readonly expressions: readonly string[];
}

/** Takes the expressions out of text: `web-${var.x}` has `var.x`. */
export function splitTemplate(template: string): Template {
  const expressions: string[] = [];
  let text = '';
  let index = 0;
  while (index < template.length) {
    if (template.startsWith('$${', index)) {
      text += '$${';
      index += 3;
    } else if (template.startsWith('${', index)) {
      const end = endOfExpression(template, index + 2);
      expressions.push(template.slice(index + 2, end).replace(/^~|~$/g, ''));
      text += '${}';
      index = end + 1;
    } else {
      text += template.charAt(index);
      index += 1;
    }
  }
  return { text, expressions };
}

/** Place of the brace that ends an expression; there may be objects and texts in it. */
function endOfExpression(template: string, start: number): number {
  let depth = 0;
  let index = start;
  while (index < template.length) {
    const sign = template.charAt(index);
    if (sign === '}' && depth === 0) return index;
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    index = sign === '"' ? endOfQuoted(template, index + 1) + 1 : index + 1;
  }
  return index;
}

/** Place of the quote that ends a text; there may be expressions in it. */
function endOfQuoted(template: string, start: number): number {
  let index = start;
  while (index < template.length && template.charAt(index) !== '"') {
    if (template.charAt(index) === '\\') index += 2;
    else if (template.startsWith('$${', index)) index += 3;
    else if (template.startsWith('${', index)) index = endOfExpression(template, index + 2) + 1;
    else index += 1;
  }
  return index;
}
