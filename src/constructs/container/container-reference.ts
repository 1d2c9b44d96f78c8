import type { IConstruct } from 'constructs';
import type { DockerHost } from '../docker-host';

/** A container, declared or looked up. */
export interface IContainer extends IConstruct {
  /** The engine that runs the container. */
  readonly host: DockerHost;

  /** Docker's id of the container, or its name where the id cannot be known; a token. */
  readonly id: string;

  /** Docker's name of the container; a token for a declared one. */
  readonly name: string;
}
