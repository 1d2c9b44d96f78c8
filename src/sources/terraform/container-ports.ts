import { PROTOCOLS, type Protocol, type PublishedPort } from '../../notation/publish';
import type { Listener } from '../../topology/container';
import type { Attributes } from './attributes';
import { blockExpressions, constantOf, referencesOf } from './configuration';
import { HIDDEN, HIDDEN_LIST, type Masked } from './masked';
import type { Resource } from './resources';
import { own, wrongType, type JsonObject } from '../json-value';

/** The ports of a container that are known. */
export interface PortsPart {
  readonly publish: Masked<readonly PublishedPort[]>;

  /** What is published is taken for what the program answers on. */
  readonly listens: readonly Listener[];
}

/**
 * Published ports.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readPorts({ attributes, config, at }: Resource): PortsPart {
  const blocks = attributes.blocks('ports');
  if (blocks === HIDDEN) return { publish: HIDDEN_LIST, listens: [] };
  const written = blockExpressions(config?.expressions ?? {}, 'ports');
  const expressions = written.length === blocks.length ? written : [];
  const publish = blocks.map((block, index) => readPort(block, expressions[index], at));
  return { publish, listens: listensOf(publish) };
}

function readPort(
  block: Attributes,
  written: JsonObject | undefined,
  at: string,
): Masked<PublishedPort> {
  const hostPort = block.port('external');
  return {
    containerPort: block.port('internal') ?? HIDDEN,
    hostPort: isLeftOut(written, 'external') ? undefined : hostPort,
    hostIp: readHostIp(block, written),
    protocol: readProtocol(block.text('protocol') ?? 'tcp', at),
  };
}

/** What is not written, the engine or the provider picked. */
function isLeftOut(written: JsonObject | undefined, name: string): boolean {
  return written !== undefined && own(written, name) === undefined;
}

/**
 * A plan shows `0.0.0.0` for an empty address, but the engine is handed the empty one and opens the
 * port for both families.
 */
function readHostIp(
  block: Attributes,
  written: JsonObject | undefined,
): Masked<string> | undefined {
  const expression = own(written, 'ip');
  const isEmpty = constantOf(expression) === '' && referencesOf(expression).length === 0;
  return isEmpty ? undefined : block.text('ip');
}

function readProtocol(protocol: Masked<string>, at: string): Masked<Protocol> {
  if (protocol === HIDDEN) return HIDDEN;
  const known = PROTOCOLS.find((name) => name === protocol.toLowerCase());
  if (known !== undefined) return known;
  throw wrongType(protocol, at, 'tcp, udp or sctp');
}

function listensOf(publish: readonly Masked<PublishedPort>[]): Listener[] {
  const unique = new Map<string, Listener>();
  for (const { containerPort: port, protocol } of publish) {
    if (typeof port === 'symbol' || typeof protocol === 'symbol') continue;
    unique.set(`${String(port)}/${protocol}`, { port, protocol });
  }
  return [...unique.values()];
}
