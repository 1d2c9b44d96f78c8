import type { IConstruct } from 'constructs';
import type { DockerHost } from '../docker-host';

/** Marks a container; a global symbol, as two copies of this package may be loaded. */
export const CONTAINER_SYMBOL = Symbol.for('portolan/Container');

/** A container, declared or looked up. */
export interface IContainer extends IConstruct {
  /** The engine that runs the container. */
  readonly host: DockerHost;

  /** Docker's id of the container, or its name where the id cannot be known; a token. */
  readonly id: string;

  /** Docker's name of the container; a token for a declared one. */
  readonly name: string;
}

/** Whether the value is a container, declared or looked up. */
export function isContainer(value: unknown): value is IContainer {
  return typeof value === 'object' && value !== null && CONTAINER_SYMBOL in value;
}
