import { createColors } from 'picocolors';
import { PLAIN_STYLE, type TextStyle } from '../export/text';

/** Colours only on a terminal, and never with `NO_COLOR`. */
export function terminalStyle(isTerminal: boolean, noColor: string | undefined): TextStyle {
  if (!isTerminal || (noColor !== undefined && noColor !== '')) return PLAIN_STYLE;
  const { bold, dim, red, yellow } = createColors(true);
  return { heading: bold, faint: dim, error: red, warning: yellow };
}
