import { printable } from '../printable';

const LONGEST = 48;

/** Text as a picture shows it: no control characters, and cut in the middle where it is very long. */
export function label(text: string): string {
  const shown = [...printable(text)];
  if (shown.length <= LONGEST) return shown.join('');
  const half = Math.floor((LONGEST - 1) / 2);
  return `${shown.slice(0, half).join('')}…${shown.slice(-half).join('')}`;
}

/** The lines of a box: title first. */
export function linesOf(lines: readonly (string | undefined)[]): string[] {
  return lines.flatMap((line) => (line === undefined || line === '' ? [] : [label(line)]));
}
