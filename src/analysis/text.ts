/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`. */
export function listText(words: readonly string[]): string {
  const shown =
    words.length > 3 ? [...words.slice(0, 2), `${String(words.length - 2)} more`] : words;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 container`, `2 containers`. */
export function countText(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : plural}`;
}
