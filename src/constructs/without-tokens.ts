import { withoutUnknown } from '../topology/without-unknown';
import { isToken } from './token';

/**
 * The model of a construct as the topology may show it: without what only Terraform knows.
 *
 * @see withoutUnknown
 */
export function withoutTokens<T extends { readonly unknown: readonly string[] }>(model: T): T {
  return holdsToken(model) ? (withoutUnknown(model, isToken) as T) : model;
}

/** Whether there is a token anywhere in plain data. */
export function holdsToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isToken(value);
  if (Array.isArray(value)) return value.some(holdsToken);
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key in fields) if (holdsToken(fields[key])) return true;
  return isToken(value);
}
