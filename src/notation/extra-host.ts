import { ConfigError } from '../errors';
import { show } from '../expect';
import { formatAddress, parseAddress } from '../ip/address';
import { checkExtraHostName } from './names';

/** A line of the container's hosts file: what `--add-host` writes. */
export interface ExtraHost {
  /** Name. */
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
  const [, host = '', address = ''] = /^([^:=]*)[:=](.*)$/s.exec(text) ?? ['', text];
  if (host !== '' && address !== '') return extraHost(host, address, at);
  throw new ConfigError('EXTRA_HOST_MALFORMED', {
    at,
    problem: `extra host ${show(text)} has no ${host === '' ? 'name' : 'address'}`,
    fix: "write 'name:10.0.0.5' or 'name:host-gateway'",
  });
}

/**
 * A checked host entry with its address in canonical text.
 *
 * @throws ConfigError `ADDRESS_MALFORMED`, `NAME_MALFORMED`
 */
export function extraHost(host: string, address: string, at: string): ExtraHost {
  checkExtraHostName(host, at);
  if (address === 'host-gateway') return { host, address };
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  return { host, address: formatAddress(parseAddress(bare, at, `address of extra host ${host}`)) };
}
