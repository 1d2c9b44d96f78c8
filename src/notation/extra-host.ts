import { ConfigError } from '../errors';
import { formatAddress, parseAddress } from '../ip/address';
import { checkAlias } from './names';

/** A line of the container's hosts file: what `--add-host` writes. */
export interface ExtraHost {
  readonly host: string;

  /** An address, or `host-gateway` for the host itself. */
  readonly address: string;
}

/**
 * Reads `--add-host`: `name:10.0.0.5`, `name=10.0.0.5`, `name:[fd00::5]`, `name:host-gateway`.
 *
 * @throws ConfigError `EXTRA_HOST_MALFORMED`, `ADDRESS_MALFORMED`, `NAME_MALFORMED`
 */
export function parseExtraHost(text: string, at: string): ExtraHost {
  const match = /^([^:=]+)[:=](.+)$/.exec(text);
  if (match !== null) return extraHost(match[1] ?? '', match[2] ?? '', at);
  throw new ConfigError('EXTRA_HOST_MALFORMED', {
    at,
    problem: `extra host '${text}' has no address`,
    fix: "write 'name:10.0.0.5' or 'name:host-gateway'",
  });
}

/**
 * A checked host entry with its address in canonical text.
 *
 * @throws ConfigError `ADDRESS_MALFORMED`, `NAME_MALFORMED`
 */
export function extraHost(host: string, address: string, at: string): ExtraHost {
  checkAlias(host, at);
  if (address === 'host-gateway') return { host, address };
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  return { host, address: formatAddress(parseAddress(bare, at, `address of extra host ${host}`)) };
}
