import { ConfigError } from '../errors';
import { show } from '../expect';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A place in a file, for messages: `plan.json#/planned_values/root_module`. */
export function pointer(at: string, key: string | number): string {
  const part = String(key).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${at}${at.includes('#') ? '' : '#'}/${part}`;
}

/** Whether the value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value of the key, never one that every object has. */
export function own(object: unknown, key: string): unknown {
  if (!isObject(object) || !Object.hasOwn(object, key)) return undefined;
  return object[key] ?? undefined;
}

/**
 * An object, or an empty one where there is nothing.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function objectAt(object: unknown, key: string, at: string): JsonObject {
  const value = own(object, key);
  if (value === undefined) return {};
  if (isObject(value)) return value;
  throw wrongType(value, pointer(at, key), 'an object');
}

/**
 * A list, or an empty one where there is nothing.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function listAt(object: unknown, key: string, at: string): readonly unknown[] {
  const value = own(object, key);
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw wrongType(value, pointer(at, key), 'a list');
}

/**
 * A text, or nothing.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function textAt(object: unknown, key: string, at: string): string | undefined {
  const value = own(object, key);
  if (value === undefined || typeof value === 'string') return value;
  throw wrongType(value, pointer(at, key), 'text');
}

/** The error for a value of another type than the place has. */
export function wrongType(value: unknown, at: string, wanted: string): ConfigError {
  return new ConfigError('SOURCE_MALFORMED', {
    at,
    problem: `there is ${show(value)} where ${wanted} belongs`,
    fix: 'write the file again with terraform show -json',
  });
}
