import type { Topology } from 'portolan/topology';

/** Variables of a program's environment. */
export type Env = Readonly<Record<string, string>>;

/**
 * How the docker CLI reaches each host of a topology: the options that come before the command, by
 * host id. A host that is left out is the engine that the CLI talks to anyway.
 */
export type Connections = Readonly<Record<string, readonly string[]>>;

/** One program on its way to the engine and back; the program makes one stack. */
export interface Deployment {
  /** What the program said at its last deployment. */
  readonly topology: Topology;

  /** How the docker CLI reaches the topology's hosts. */
  readonly connections: Connections;

  /** What the program says now; nothing is deployed. */
  synth(): Promise<Topology>;

  /**
   * Brings the engine to what the program says now.
   *
   * @param env variables for the program, added to those given before
   * @throws DeployFailed, GroundTaken
   */
  deploy(env?: Env): Promise<void>;

  /** Takes away all that was deployed. */
  destroy(): Promise<void>;

  /** Takes away whatever a failed test left; ready to be called at any time. */
  abandon(): Promise<void>;

  /**
   * What deploying once more would change: the words of `terraform plan`, empty text for nothing.
   * Absent where deploying does not plan.
   */
  readonly findPendingChanges?: () => Promise<string>;
}

/** A way to bring programs to the engine. */
export interface Deployer {
  /** End of a sentence: `by docker commands`. */
  readonly title: string;

  /** Gets a program ready; nothing is made yet. */
  prepare(program: string, env?: Env): Deployment;
}

/** A deployment has ended with an error. */
export class DeployFailed extends Error {
  override readonly name = 'DeployFailed';

  constructor(
    what: string,

    /** All that was printed, less the colours. */
    readonly output: string,
  ) {
    super(`${what} failed:\n${output.split('\n').slice(-60).join('\n')}`);
  }
}
