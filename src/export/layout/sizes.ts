import { boxLines, chipText, doorTexts } from '../chart/box-lines';
import type { Box, Chip } from '../chart/chart';
import { label } from '../chart/label';

/** Sizes in pixels, shared by whoever lays out and whoever draws. */
export const SIZES = {
  padding: 10,
  lineHeight: 16,
  titleHeight: 20,
  doorHeight: 18,
  chipHeight: 24,
  laneHeader: 44,
  hostHeader: 48,
  gap: 14,
} as const;

/** Width of a character, a little more than any browser's sans-serif needs on average. */
const CHARACTER = 6.8;
const TITLE_CHARACTER = 8.8;

/** Width of text; most characters of other scripts are as wide as two of ours. */
export function textWidth(text: string): number {
  return Math.ceil(countOf(text) * CHARACTER);
}

/** Width of a title. */
export function titleWidth(text: string): number {
  return Math.ceil(countOf(text) * TITLE_CHARACTER);
}

function countOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

/** Width and height of a container's box. */
export function boxSize(box: Box): { readonly width: number; readonly height: number } {
  const lines = boxLines(box);
  const doors = doorTexts(box);
  const texts = [...lines, ...doors.map((door) => `→ ${door}`)];
  const { padding, lineHeight, titleHeight, doorHeight } = SIZES;
  return {
    width: Math.max(110, titleWidth(label(box.title)), ...texts.map(textWidth)) + 2 * padding,
    height: titleHeight + lines.length * lineHeight + doors.length * doorHeight + 2 * padding,
  };
}

/** Width and height of a chip. */
export function chipSize(chip: Chip): { readonly width: number; readonly height: number } {
  return { width: textWidth(chipText(chip)) + 2 * SIZES.padding, height: SIZES.chipHeight };
}
