import { ConfigError } from '../errors';
import { show } from '../expect';

/** Container and volume names: what the engine accepts. */
const OBJECT_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/** What resolvers ask a name server for; measured with glibc against Docker's own. */
const DNS_NAME = /^(?!-)[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)*$/;

/** One to four numbers: `1`, `10.0.0.5`. A resolver reads them as an address, and asks nobody. */
const NUMBERS = /^\d+(?:\.\d+){0,3}$/;

/** Lengths of a domain name and of its parts (RFC 1035). */
const DNS_NAME_BYTES = 253;
const DNS_LABEL_BYTES = 63;

/** Looked up in a file, so the parts may have any length. */
const HOST_NAME = /^[a-zA-Z0-9_](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_-])?$/;

/** Longest host name that the kernel takes (HOST_NAME_MAX). */
const HOSTNAME_BYTES = 64;

/** Longest name of a network interface: IFNAMSIZ less the closing zero. */
const INTERFACE_NAME_BYTES = 15;

/** Networks that the engine makes itself; `default` is a name for one of them. */
const PREDEFINED_NETWORKS: readonly string[] = ['bridge', 'host', 'none', 'default'];

/**
 * Refuses a name that the engine would not accept for a container or volume.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkObjectName(name: string, at: string, what: string): void {
  if (OBJECT_NAME.test(name)) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `${what} ${show(name)} ${objectNameProblem(name)}`,
    fix: 'write at least two of a-z, A-Z, 0-9, _, . and -, beginning with a letter or digit',
  });
}

function objectNameProblem(name: string): string {
  if (name === '') return 'is empty';
  return /^[a-zA-Z0-9]$/.test(name)
    ? 'is one character long'
    : 'has a character that Docker refuses';
}

/**
 * Refuses a name for a network of one's own. The engine itself takes any text but the names of its
 * own networks; the rule here is that of containers, so that every command can say the name.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkNetworkName(name: string, at: string): void {
  checkObjectName(name, at, 'network name');
  if (!PREDEFINED_NETWORKS.includes(name)) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `network name '${name}' belongs to a network that every engine has`,
    fix: 'choose another one, or use NetworkMode',
  });
}

/** Whether other containers can find a container by the name. */
export function isAlias(name: string): boolean {
  return aliasMistake(name) === undefined;
}

/**
 * Refuses a network alias that no container could look up.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkAlias(alias: string, at: string): void {
  const mistake = aliasMistake(alias);
  if (mistake === undefined) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `alias ${show(alias)} ${mistake.problem}`,
    fix: mistake.fix,
  });
}

function aliasMistake(alias: string): { problem: string; fix: string } | undefined {
  if (!DNS_NAME.test(alias)) {
    return {
      problem: 'cannot be looked up as a host name',
      fix: 'write letters, digits, _, - and single dots between them',
    };
  }
  if (NUMBERS.test(alias)) {
    return { problem: 'is read as an IP address', fix: 'begin with a letter' };
  }
  if (alias.length > DNS_NAME_BYTES) {
    return {
      problem: `has ${String(alias.length)} characters`,
      fix: `write at most ${String(DNS_NAME_BYTES)}`,
    };
  }
  const long = alias.split('.').find((label) => label.length > DNS_LABEL_BYTES);
  return long === undefined
    ? undefined
    : {
        problem: `has a part of ${String(long.length)} characters`,
        fix: `write at most ${String(DNS_LABEL_BYTES)} between two dots`,
      };
}

/**
 * Refuses a name that has no place in a container's hosts file.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function checkExtraHostName(name: string, at: string): void {
  if (HOST_NAME.test(name) && name.length <= DNS_NAME_BYTES) return;
  throw new ConfigError('NAME_MALFORMED', {
    at,
    problem: `extra host ${show(name)} cannot be looked up as a host name`,
    fix: `write at most ${String(DNS_NAME_BYTES)} letters, digits, _, . and -`,
  });
}

/**
 * Refuses a host name that the kernel would not take, or that tears the hosts file.
 *
 * @throws ConfigError `HOSTNAME_MALFORMED`
 */
export function checkHostname(name: string, at: string, what = 'hostname'): void {
  if (HOST_NAME.test(name) && name.length <= HOSTNAME_BYTES) return;
  throw new ConfigError('HOSTNAME_MALFORMED', {
    at,
    problem: `${what} ${show(name)} ${hostnameProblem(name)}`,
    fix: `write at most ${String(HOSTNAME_BYTES)} letters, digits, _, . and -`,
  });
}

function hostnameProblem(name: string): string {
  if (name === '') return 'is empty';
  return name.length > HOSTNAME_BYTES
    ? `has ${String(name.length)} characters`
    : 'has a character that a host name cannot have';
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
    problem: `${what} ${show(name)} ${problem}`,
    fix: `write at most ${String(INTERFACE_NAME_BYTES)} characters without spaces, / and :`,
  });
}
