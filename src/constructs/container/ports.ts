import type { ContainerPorts } from '@cdktf/provider-docker/lib/container';
import { ConfigError } from '../../errors';
import { expectList, expectRecord, show } from '../../expect';
import {
  expandPorts,
  parseExposed,
  parsePublish,
  PROTOCOLS,
  type ExposedPort,
  type PublishedPort,
} from '../../notation/publish';
import type { Listener } from '../../topology/container';
import { isToken } from '../token';
import { address, checkProps, choice, integer, type PropTable } from '../props';
import type { PortMapping } from './container-props';
import type { DraftModel } from './draft';

const PORT_MAPPING: PropTable<PortMapping> = {
  container: portOrRange,
  host: portOrRange,
  hostIp: address,
  protocol: choice(PROTOCOLS),
};

const LISTENER: PropTable<Listener> = {
  port: integer({ min: 1, max: 65535 }),
  protocol: choice(PROTOCOLS),
  address,
};

/**
 * Published ports, ranges expanded.
 *
 * @throws ConfigError `PORT_MALFORMED`, `PORT_RANGE_UNEQUAL`, `PORT_RANGE_TO_ONE`, `PROP_TYPE`
 */
export function parsePublishProp(value: unknown, at: string): PublishedPort[] {
  if (value === undefined) return [];
  expectList(value, at, 'publish');
  return value.flatMap((entry) => {
    if (typeof entry === 'number')
      return expandPorts({ container: String(entry), protocol: 'tcp' }, at);
    if (typeof entry !== 'string') return parseMapping(entry, at);
    if (!isToken(entry)) return parsePublish(entry, at);
    throw new ConfigError('PORT_MALFORMED', {
      at,
      problem: 'publish has a value in its text that only Terraform knows',
      fix: 'write { container: 80, host: ... }',
    });
  });
}

function parseMapping(entry: unknown, at: string): PublishedPort[] {
  expectRecord(entry, at, 'an entry of publish');
  const mapping = entry as PortMapping;
  checkProps(mapping, PORT_MAPPING, `${at}: publish`, ['container']);
  const { container, host, hostIp, protocol = 'tcp' } = mapping;
  if (isToken(container) || isToken(host) || isToken(hostIp)) {
    return [
      {
        containerPort: container as number,
        ...(host === undefined ? {} : { hostPort: host as number }),
        ...(hostIp === undefined ? {} : { hostIp }),
        protocol,
      },
    ];
  }
  const spec = {
    container: String(container),
    host: host === undefined ? undefined : String(host),
    hostIp,
    protocol,
  };
  return expandPorts(spec, at);
}

/** Checks one part by itself, since a token in another one keeps them from being read together. */
function portOrRange(value: unknown, at: string, what: string): void {
  expandPorts({ container: portText(value, at, what), protocol: 'tcp' }, at);
}

function portText(value: unknown, at: string, what: string): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: 'write a number, or a range as text',
  });
}

/**
 * Ports without a place on the host: `80`, `'53/udp'`.
 *
 * @throws ConfigError `PORT_MALFORMED`, `PROP_TYPE`
 */
export function parseExposeProp(value: unknown, at: string): ExposedPort[] {
  if (value === undefined) return [];
  expectList(value, at, 'expose');
  return value.flatMap((entry) => parseExposed(portText(entry, at, 'an entry of expose'), at));
}

/**
 * Ports that the program answers on; what is published and exposed when nothing is said.
 *
 * @throws ConfigError `PORT_MALFORMED`, `ADDRESS_MALFORMED`, `PROP_TYPE`
 */
export function parseListensProp(
  value: unknown,
  at: string,
  { publish, expose }: Pick<DraftModel, 'publish' | 'expose'>,
): readonly Listener[] | undefined {
  if (value === undefined) return portsOf(publish, expose);
  expectList(value, at, 'listens');
  return value.flatMap((entry): Listener[] => {
    if (typeof entry !== 'object' || entry === null) {
      return parseExposed(portText(entry, at, 'an entry of listens'), at);
    }
    checkProps(entry as Listener, LISTENER, `${at}: listens`, ['port', 'protocol']);
    return [{ ...(entry as Listener) }];
  });
}

function portsOf(
  publish: readonly PublishedPort[] | undefined,
  expose: readonly ExposedPort[] = [],
): readonly Listener[] | undefined {
  if (publish === undefined) return expose;
  const [only] = publish;
  if (only !== undefined && publish.length === 1 && expose.length === 0) {
    return [{ port: only.containerPort, protocol: only.protocol }];
  }
  const unique = new Map<string, Listener>();
  for (const { containerPort: port, protocol } of publish) {
    unique.set(`${String(port)}/${protocol}`, { port, protocol });
  }
  for (const port of expose) unique.set(`${String(port.port)}/${port.protocol}`, port);
  return [...unique.values()];
}

/**
 * The provider's blocks. No host address means every address of both families, as in `docker run`;
 * the provider's own default would be IPv4 alone.
 */
export function portBlocks(ports: readonly PublishedPort[]): ContainerPorts[] {
  return ports.map(({ containerPort, hostPort, hostIp, protocol }) => ({
    internal: containerPort,
    ...(hostPort === undefined ? {} : { external: hostPort }),
    ip: hostIp ?? '',
    protocol,
  }));
}
