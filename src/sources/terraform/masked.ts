import { withoutUnknown } from '../../topology/without-unknown';

/** Stands for a value that only Terraform knows, or that must not be shown. */
export const HIDDEN: unique symbol = Symbol('hidden');

/** {@link HIDDEN} where a map belongs. */
export const HIDDEN_MAP: Readonly<Record<string, string>> = Object.freeze({});

/** {@link HIDDEN} where a list of texts belongs. */
export const HIDDEN_LIST: readonly [typeof HIDDEN] = [HIDDEN];

/** What {@link HIDDEN} is. */
export type Hidden = typeof HIDDEN;

/** A model some of whose values may be hidden. */
export type Masked<T> = T extends readonly (infer Entry)[]
  ? readonly (Masked<Entry> | Hidden)[]
  : T extends object
    ? { readonly [Key in keyof T]: Masked<T[Key]> }
    : T | Hidden;

/** The model without what is hidden, whose paths are listed in `unknown`. */
export function unmask<T extends { readonly unknown: readonly string[] }>(model: Masked<T>): T {
  const plain = model as object & { readonly unknown: readonly string[] };
  return withoutUnknown(plain, isHidden) as T;
}

function isHidden(value: unknown): boolean {
  return value === HIDDEN || value === HIDDEN_MAP;
}
