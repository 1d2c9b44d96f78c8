/**
 * Text as a terminal may show it: control characters, and those that turn the direction of writing,
 * are written out, so that a file from elsewhere cannot draw over what is said about it.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
