import { ConfigError } from '../../errors';
import { expectChoice, expectInteger } from '../../expect';
import { PROTOCOLS, type Protocol } from '../../notation/publish';
import type { IContainer } from './container-reference';

/** A port that a container answers on: what `container.port(3306)` gives, for intents. */
export class ContainerPort {
  /** @internal */
  constructor(
    /** The container that answers. */
    readonly container: IContainer,
    /** Port inside the container. */
    readonly port: number,
    /** Transport protocol. */
    readonly protocol: Protocol,
  ) {}
}

/**
 * Refuses what is no port of a container.
 *
 * @throws ConfigError `PROP_TYPE`, `PROP_RANGE`, `PROP_CHOICE`
 */
export function checkPort(port: unknown, protocol: unknown, at: string): void {
  expectInteger(port, at, 'the container port', { min: 1, max: 65535 });
  expectChoice(protocol, at, 'protocol', PROTOCOLS);
}

/** The error for a host port that is asked for, of a port that is not published. */
export function notPublished(port: number, protocol: Protocol, at: string): ConfigError {
  return new ConfigError('NO_SUCH_PORT', {
    at,
    problem: `port ${String(port)}/${protocol} is not published`,
    fix: `add '${String(port)}${protocol === 'tcp' ? '' : `/${protocol}`}' to publish`,
  });
}
