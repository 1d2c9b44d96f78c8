import type { Attributes } from './attributes';
import { HIDDEN, HIDDEN_MAP, type Masked } from './masked';

/** Labels of this library itself begin so. */
const OWN = 'portolan.';

/**
 * The labels of a resource, in the order of their names.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readLabels(attributes: Attributes): Masked<Readonly<Record<string, string>>> {
  const blocks = attributes.blocks('labels');
  if (blocks === HIDDEN) return HIDDEN_MAP;
  const labels: [string, Masked<string>][] = [];
  for (const block of blocks) {
    const label = block.text('label');
    if (label === HIDDEN) return HIDDEN_MAP;
    if (label === undefined || label.startsWith(OWN)) continue;
    labels.push([label, block.text('value') ?? '']);
  }
  return Object.fromEntries(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}
