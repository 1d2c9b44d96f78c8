import type { ExposedSocket } from '../../analysis/exposure/socket';
import { ConfigError } from '../../errors';
import { expectChoice, expectText, show } from '../../expect';
import { formatAddress, parseAddress } from '../../ip/address';
import { PROTOCOLS, type Protocol } from '../../notation/publish';

/** A socket as a test writes it. */
export interface SocketPattern {
  /** As it was written. */
  readonly text: string;

  /** Canonical; absent: every address of the host. */
  readonly address?: string;
  readonly port: number | 'ephemeral';
  readonly protocol: Protocol;
}

const FORM = /^(?:(\[[^\]]+\]|[\d.]+):)?(\d{1,5}|ephemeral)(?:\/(\w+))?$/;

/**
 * Reads `127.0.0.1:8080`, `[::1]:53/udp`, `8080` or `127.0.0.1:ephemeral`.
 *
 * @throws ConfigError `ADDRESS_MALFORMED`, `PORT_MALFORMED`, `PROP_CHOICE`, `PROP_EMPTY`, `PROP_TYPE`
 */
export function parseSocketPattern(text: unknown, at: string): SocketPattern {
  expectText(text, at, 'a socket');
  const [, host, port = '', protocol = 'tcp'] = FORM.exec(text) ?? [];
  const number = port === 'ephemeral' ? port : Number(port);
  if (port === '' || number === 0 || (number !== 'ephemeral' && number > 65535)) {
    throw new ConfigError('PORT_MALFORMED', {
      at,
      problem: `${show(text)} is no socket`,
      fix: "write it like '127.0.0.1:8080', '[::1]:53/udp', '8080' or '127.0.0.1:ephemeral'",
    });
  }
  expectChoice(protocol, at, `the protocol of ${show(text)}`, PROTOCOLS);
  if (host === undefined) return { text, port: number, protocol };
  const address = parseAddress(host.replace(/^\[|\]$/g, ''), at, `the address of ${show(text)}`);
  return { text, address: formatAddress(address), port: number, protocol };
}

/** Whether the open port is the one that was written. */
export function isMeant(pattern: SocketPattern, socket: ExposedSocket): boolean {
  if (socket.port !== pattern.port || socket.protocol !== pattern.protocol) return false;
  if (pattern.address !== undefined) return socket.address === pattern.address;
  return socket.address === '0.0.0.0' || socket.address === '::';
}

/** An open port as a test would write it. */
export function socketText({ address, port, protocol, family }: ExposedSocket): string {
  const where = address ?? `a dynamic IPv${String(family)} address`;
  const host = where.includes(':') ? `[${where}]` : where;
  return `${host}:${String(port)}${protocol === undefined || protocol === 'tcp' ? '' : `/${protocol}`}`;
}
