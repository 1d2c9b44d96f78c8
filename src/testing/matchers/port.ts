import { ConfigError } from '../../errors';
import { expectChoice, expectInteger, expectText, show } from '../../expect';
import { PROTOCOLS, type ExposedPort } from '../../notation/publish';

/** A port as a test writes it: `5432`, or `'53/udp'`. */
export type PortText = number | string;

/**
 * Reads a port; a number alone is TCP.
 *
 * @throws ConfigError `PORT_MALFORMED`, `PROP_CHOICE`, `PROP_RANGE`, `PROP_TYPE`
 */
export function parsePort(value: unknown, at: string): ExposedPort {
  if (typeof value === 'number') return checked(value, 'tcp', at);
  expectText(value, at, 'the port');
  const [, number, protocol = 'tcp'] = /^(\d{1,5})(?:\/(\w+))?$/.exec(value) ?? [];
  if (number !== undefined) return checked(Number(number), protocol, at);
  throw new ConfigError('PORT_MALFORMED', {
    at,
    problem: `the port is ${show(value)}`,
    fix: "write a number, or text such as '53/udp'",
  });
}

function checked(port: number, protocol: string, at: string): ExposedPort {
  expectInteger(port, at, 'the port', { min: 1, max: 65535 });
  expectChoice(protocol, at, 'the protocol of the port', PROTOCOLS);
  return { port, protocol };
}
