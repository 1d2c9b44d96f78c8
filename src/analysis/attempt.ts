import { ConfigError } from '../errors';

/** What reading a value gives, or the error that says what is wrong with it. */
function attempt<T>(read: () => T): T | ConfigError {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** What reading a value gives; nothing when it is malformed. */
export function readable<T>(read: () => T): T | undefined {
  const result = attempt(read);
  return result instanceof ConfigError ? undefined : result;
}
