import { printable } from '../printable';

/** Most characters of a name. */
const LONGEST = 48;

/** Most characters of what is said about a frame: two blocks with their gateways, and more. */
const LONGEST_DETAIL = 120;

/** Text as a picture shows it: no control characters, and cut in the middle where it is very long. */
export function label(text: string): string {
  return cut(text, LONGEST);
}

/** The same for what is said about a host or a network. */
export function detailLabel(text: string): string {
  return cut(text, LONGEST_DETAIL);
}

function cut(text: string, longest: number): string {
  const shown = Array.from(printable(text));
  if (shown.length <= longest) return shown.join('');
  const half = Math.floor((longest - 1) / 2);
  return `${shown.slice(0, half).join('')}…${shown.slice(-half).join('')}`;
}

/** The lines of a box: title first. */
export function linesOf(lines: readonly (string | undefined)[]): string[] {
  return lines.flatMap((line) => (line === undefined || line === '' ? [] : [label(line)]));
}
