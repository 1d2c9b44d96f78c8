import type { Attributes } from './attributes';
import { HIDDEN } from './masked';

/** Switches of a resource: those that are not known are off, and listed. */
export interface Flags<Field extends string> {
  readonly values: Readonly<Record<Field, boolean>>;
  readonly unknown: readonly Field[];
}

/**
 * Reads switches, given as pairs of the model's field and the provider's attribute.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readFlags<Field extends string>(
  attributes: Attributes,
  fields: Readonly<Record<Field, string>>,
): Flags<Field> {
  const names = Object.keys(fields) as Field[];
  const read = names.map((field) => [field, attributes.flag(fields[field])] as const);
  return {
    values: Object.fromEntries(read.map(([field, value]) => [field, value === true])) as Record<
      Field,
      boolean
    >,
    unknown: read.filter(([, value]) => value === HIDDEN).map(([field]) => field),
  };
}
