import { ConfigError } from '../errors';
import { show } from '../expect';
import { formatAddress, parseAddress, tryParseAddress } from '../ip/address';

/** Transport protocol of a port. */
export type Protocol = 'tcp' | 'udp' | 'sctp';

export const PROTOCOLS: readonly Protocol[] = ['tcp', 'udp', 'sctp'];

/** One container port opened on the host: what `docker run -p` asks for. */
export interface PublishedPort {
  /** Port inside the container, 1 to 65535. */
  readonly containerPort: number;

  /**
   * Port on the host, 1 to 65535.
   *
   * @default - Docker picks a free one at each start
   */
  readonly hostPort?: number;

  /**
   * Host address to bind to; `0.0.0.0` is every IPv4 address, `::` every IPv6 address.
   *
   * @default - every address of both families, or what the daemon's `ip` says
   */
  readonly hostIp?: string;

  /** Transport protocol. */
  readonly protocol: Protocol;
}

/** A port without a place on the host: what `EXPOSE 80/tcp` says. */
export interface ExposedPort {
  /** Port inside the container, 1 to 65535. */
  readonly port: number;

  /** Transport protocol. */
  readonly protocol: Protocol;
}

/**
 * Reads one `docker run -p` argument: `80`, `8080:80`, `127.0.0.1:8080:80`, `127.0.0.1::80`,
 * `[::1]:8080:80`, ranges (`8000-8010:9000-9010`), each with an optional `/tcp`, `/udp`, `/sctp`, or
 * `published=8080,target=80,protocol=tcp`. Docker takes an empty part for one that is left out; it
 * is refused here, as it is what a variable without a value leaves behind.
 *
 * @throws ConfigError `PORT_MALFORMED`, `PORT_RANGE_UNEQUAL`, `PORT_RANGE_TO_ONE`, `ADDRESS_MALFORMED`
 */
export function parsePublish(text: string, at: string): PublishedPort[] {
  if (text.includes('=')) return expandPorts(splitKeys(text, at), at);
  const { body, protocol } = splitProtocol(text, at, 'publish');
  const { hostIp, host, container } = splitBody(body, text, at);
  return expandPorts({ hostIp, host, container, protocol }, at);
}

/** Port numbers or ranges as text, before they are expanded. */
export interface PortSpec {
  readonly container: string;

  /** Absent or 0: Docker picks a free one. */
  readonly host?: string | undefined;
  readonly hostIp?: string | undefined;
  readonly protocol: Protocol;
}

/**
 * One binding for each port of the ranges.
 *
 * @throws ConfigError `PORT_MALFORMED`, `PORT_RANGE_UNEQUAL`, `PORT_RANGE_TO_ONE`, `ADDRESS_MALFORMED`
 */
export function expandPorts(spec: PortSpec, at: string): PublishedPort[] {
  const container = parsePortRange(spec.container, at, 'container port');
  const host =
    spec.host === undefined || /^0+$/.test(spec.host)
      ? undefined
      : parsePortRange(spec.host, at, 'host port');
  if (host !== undefined) checkLengths(container, host, spec, at);
  const hostIp =
    spec.hostIp === undefined
      ? undefined
      : formatAddress(parseAddress(spec.hostIp, at, 'host address'));
  return container.map((containerPort, index) =>
    portAt({ containerPort, hostPort: host?.[index], hostIp, protocol: spec.protocol }),
  );
}

/** Without the fields that say nothing: the topology leaves them out. */
function portAt({ containerPort, hostPort, hostIp, protocol }: PublishedPort): PublishedPort {
  const port = hostPort === undefined ? { containerPort } : { containerPort, hostPort };
  return hostIp === undefined ? { ...port, protocol } : { ...port, hostIp, protocol };
}

/**
 * Reads `80` or `80/udp`.
 *
 * @throws ConfigError `PORT_MALFORMED`
 */
export function parseExposed(text: string, at: string, what = 'port'): ExposedPort[] {
  const { body, protocol } = splitProtocol(text, at, what);
  return parsePortRange(body, at, what).map((port) => ({ port, protocol }));
}

/** What Docker prints: `80/tcp`. */
export function formatExposed({ port, protocol }: ExposedPort): string {
  return `${String(port)}/${protocol}`;
}

/** As one `docker run -p` argument. */
export function formatPublish({
  hostIp,
  hostPort,
  containerPort,
  protocol,
}: PublishedPort): string {
  const ip = hostIp === undefined ? '' : hostIp.includes(':') ? `[${hostIp}]:` : `${hostIp}:`;
  const host = hostPort === undefined ? '' : String(hostPort);
  const place = ip === '' && host === '' ? '' : `${ip}${host}:`;
  return `${place}${String(containerPort)}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

function splitProtocol(
  text: string,
  at: string,
  what: string,
): { body: string; protocol: Protocol } {
  const slash = text.indexOf('/');
  if (slash === -1) return { body: text, protocol: 'tcp' };
  const protocol = text.slice(slash + 1);
  return {
    body: text.slice(0, slash),
    protocol: readProtocol(protocol, `${what} ${show(text)}`, at),
  };
}

function readProtocol(protocol: string, subject: string, at: string): Protocol {
  const lower = protocol.toLowerCase();
  const known = PROTOCOLS.find((name) => name === lower);
  if (known !== undefined) return known;
  throw new ConfigError('PORT_MALFORMED', {
    at,
    problem: `${subject} has the protocol ${show(protocol)}`,
    fix: 'write tcp, udp or sctp',
  });
}

/** The form of `docker service create --publish`, which `docker run` reads, too. */
function splitKeys(text: string, at: string): PortSpec {
  const values = new Map<string, string>();
  for (const pair of text.split(',')) {
    const [, key, value] = /^(target|published|protocol)=(.*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) {
      const fix = 'write target=, published= and protocol=';
      throw malformed(text, at, `has the part ${show(pair)}`, fix);
    }
    if (values.has(key)) throw malformed(text, at, `has the key '${key}' twice`, 'write it once');
    values.set(key, value);
  }
  const container = values.get('target');
  if (container === undefined) {
    throw malformed(text, at, 'has no target', `write '${text},target=80'`);
  }
  const protocol = readProtocol(values.get('protocol') ?? 'tcp', `publish ${show(text)}`, at);
  return { container, host: values.get('published'), protocol };
}

function splitBody(body: string, text: string, at: string): Omit<PortSpec, 'protocol'> {
  const [, bracketed, afterAddress] = /^\[([^\]]*)\]:(.*)$/.exec(body) ?? [];
  const parts = (afterAddress ?? body).split(':');
  const most = bracketed === undefined ? 3 : 2;
  const more = parts.splice(0, Math.max(0, parts.length - most));
  const [container = '', host, hostIp = bracketed] = parts.reverse();
  const mistake = bodyMistake({ container, host, hostIp, more });
  if (mistake !== undefined) throw malformed(text, at, mistake.problem, mistake.fix);
  return { container, hostIp, host: host === '' ? undefined : host };
}

interface Body {
  readonly container: string;
  readonly host: string | undefined;
  readonly hostIp: string | undefined;
  readonly more: readonly string[];
}

function bodyMistake({
  container,
  host,
  hostIp,
  more,
}: Body): { problem: string; fix: string } | undefined {
  if (more.length > 0) {
    return { problem: 'has too many colons', fix: `${USAGE}, an IPv6 address in brackets` };
  }
  if (hostIp === undefined) return hostMistake(container, host);
  if (host === undefined)
    return { problem: 'has no host port', fix: `write '[${hostIp}]::${container}'` };
  return hostIp === '' ? { problem: 'has an empty host address', fix: USAGE } : undefined;
}

function hostMistake(
  container: string,
  host: string | undefined,
): { problem: string; fix: string } | undefined {
  if (host === '') return { problem: 'has an empty host port', fix: USAGE };
  if (!host?.includes('.') || tryParseAddress(host) === undefined) return undefined;
  return { problem: 'has an address but no host port', fix: `write '${host}::${container}'` };
}

const USAGE = "write 'C', 'H:C', 'IP:H:C' or 'IP::C'";

function malformed(text: string, at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('PORT_MALFORMED', {
    at,
    problem: `publish ${show(text)} ${problem}`,
    fix,
  });
}

function parsePortRange(text: string, at: string, what: string): number[] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = match?.[2] === undefined ? first : Number(match[2]);
  if (match !== null && first >= 1 && last <= 65535 && first <= last) {
    if (first === last) return [first];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }
  throw new ConfigError('PORT_MALFORMED', {
    at,
    problem: `${what} is ${show(text)}`,
    fix: 'write a number from 1 to 65535, or a rising range such as 8000-8010',
  });
}

function checkLengths(container: number[], host: number[], spec: PortSpec, at: string): void {
  if (container.length === host.length) return;
  const given = `${spec.host ?? ''}:${spec.container}`;
  if (container.length === 1) {
    throw new ConfigError('PORT_RANGE_TO_ONE', {
      at,
      problem: `publish '${given}' lets Docker pick one host port of a range, which the provider cannot express`,
      fix: `name one host port, or leave it out ('${spec.container}') for any free one`,
    });
  }
  throw new ConfigError('PORT_RANGE_UNEQUAL', {
    at,
    problem: `publish '${given}' pairs ${String(host.length)} host ports with ${String(container.length)} container ports`,
    fix: 'make both ranges equally long',
  });
}
