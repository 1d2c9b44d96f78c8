import { ConfigError } from '../errors';

/** Container, volume and network names: what the engine accepts. */
const OBJECT_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
const ALIAS = /^[a-zA-Z0-9_](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_])?$/;
const HOSTNAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/;

/** Longest name of a network interface: IFNAMSIZ less the closing zero. */
const INTERFACE_NAME_BYTES = 15;

/** Longest host name that the kernel takes (HOST_NAME_MAX). */
const HOSTNAME_BYTES = 63;

/**
 * Refuses a name that the engine would not accept for a container, network or volume.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkObjectName(name: string, at: string, what: string): void {
  if (OBJECT_NAME.test(name)) return;
  const problem =
    name.length === 1 ? 'is one character long' : 'has a character that Docker refuses';
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `${what} '${name}' ${problem}`,
    fix: 'write at least two of a-z, A-Z, 0-9, _, . and -, beginning with a letter or digit',
  });
}

/**
 * Refuses a network alias that cannot be a host name.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkAlias(alias: string, at: string): void {
  if (ALIAS.test(alias) && alias.length <= 253) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `alias '${alias}' cannot be looked up as a host name`,
    fix: 'write letters, digits, _, . and -',
  });
}

/**
 * Refuses a host name that the kernel would not take.
 *
 * @throws ConfigError `HOSTNAME_MALFORMED`
 */
export function checkHostname(name: string, at: string, what = 'hostname'): void {
  if (HOSTNAME.test(name) && name.length <= HOSTNAME_BYTES) return;
  const problem =
    name.length > HOSTNAME_BYTES
      ? `has ${String(name.length)} characters`
      : 'has a character that a host name cannot have';
  throw new ConfigError('HOSTNAME_MALFORMED', {
    at,
    problem: `${what} '${name}' ${problem}`,
    fix: `write at most ${String(HOSTNAME_BYTES)} letters, digits, . and -`,
  });
}

/**
 * Refuses a name that no network interface can have.
 *
 * @throws ConfigError `INTERFACE_NAME_MALFORMED`
 */
export function checkInterfaceName(name: string, at: string, what: string): void {
  const bytes = Buffer.byteLength(name);
  if (
    bytes > 0 &&
    bytes <= INTERFACE_NAME_BYTES &&
    !/[\s/:]/.test(name) &&
    !/^\.{1,2}$/.test(name)
  ) {
    return;
  }
  const problem =
    bytes > INTERFACE_NAME_BYTES ? `has ${String(bytes)} bytes` : 'is not an interface name';
  throw new ConfigError('INTERFACE_NAME_MALFORMED', {
    at,
    problem: `${what} '${name}' ${problem}`,
    fix: `write at most ${String(INTERFACE_NAME_BYTES)} characters without spaces, / and :`,
  });
}
