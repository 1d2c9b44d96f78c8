import type { Box, Chip } from './chart';
import { linesOf } from './label';

/** More names than this are counted. */
const NAMES = 3;

/** What a box says below its title. */
export function boxLines({ address, names }: Box): string[] {
  const shown = names.slice(0, NAMES).join(' ');
  const more = names.length > NAMES ? ` and ${String(names.length - NAMES)} more` : '';
  return linesOf([address, names.length === 0 ? undefined : `${shown}${more}`]);
}

/** A chip's one line. */
export function chipText({ title, address }: Chip): string {
  return linesOf([`${title} ${address}`]).join('');
}

/** More doors than this are counted. */
const DOORS = 4;

/** The doors of a box as they are drawn. */
export function doorTexts({ doors }: Box): string[] {
  if (doors.length <= DOORS) return linesOf(doors);
  return linesOf([...doors.slice(0, DOORS - 1), `${String(doors.length - DOORS + 1)} more ports`]);
}
