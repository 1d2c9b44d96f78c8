import { ConfigError } from '../errors';
import { expectList, show } from '../expect';
import type { ExposedPort } from '../notation/publish';
import type { Intent, IntentEnd } from '../topology/intent';
import { ContainerPort } from './container/container-port';
import { isContainer, type IContainer } from './container/container-reference';
import { DockerHost } from './docker-host';
import { Machines } from './machines';
import type { SynthesizableStack } from './synthesizable-stack';

/** Who may connect: a container, a host's own programs, `host.lan` or `DockerHost.outside`. */
export type ReachingEnd = IContainer | DockerHost | Machines;

/** Who may be connected to: the same, or one port of a container. */
export type ReachableEnd = ReachingEnd | ContainerPort;

/** What {@link Intents} needs of its stack. */
type IntentsStack = Pick<SynthesizableStack, 'node'> & { touch(): void };

/**
 * Who is meant to reach whom, as `stack.intents`. Each intent is checked with all stacks of the app; one
 * that does not hold is an error at synth, with the way that breaks it.
 *
 * @example
 * ```ts
 * stack.intents.reaches(web, db.port(3306));
 * stack.intents.onlyReachedBy(db, [web]);
 * stack.intents.notExposed(db);
 * ```
 */
export class Intents {
  private readonly intents: Intent[] = [];

  /** @internal */
  constructor(private readonly stack: IntentsStack) {}

  /**
   * There is a way from one to the other: by a name, an address, or a published port. Without a port, to
   * one of the ports that it is known to answer on.
   *
   * @throws ConfigError `PROP_TYPE`
   */
  reaches(from: ReachingEnd, to: ReachableEnd): void {
    this.addReach('reaches', from, to);
  }

  /**
   * There is no way from one to the other, by whatever name or address; published ports count, too.
   * Without a port, to none of the ports that it is known to answer on.
   *
   * @throws ConfigError `PROP_TYPE`
   */
  neverReaches(from: ReachingEnd, to: ReachableEnd): void {
    this.addReach('neverReaches', from, to);
  }

  /**
   * No container of any stack, no neighbour of the host and nobody outside has a way to it, but for
   * those in the list. The host's own programs are not asked: nothing keeps them out of a bridge network.
   *
   * @param from - who may; an empty list: nobody
   * @throws ConfigError `PROP_TYPE`
   */
  onlyReachedBy(to: IContainer | ContainerPort, from: readonly ReachingEnd[]): void {
    const { node } = this.stack;
    const target = this.targetOf(to, 'who is reached', true);
    expectList(from, node.path, 'who may reach it');
    const ends = from.map((end) => this.endOf(end, 'one who may reach it'));
    this.add({ kind: 'onlyReachedBy', stack: node.id, ...target, from: ends });
  }

  /**
   * Nothing of it is open to the host's neighbours or to the outside: it publishes nothing beyond
   * loopback, and its addresses are out of their reach.
   *
   * @throws ConfigError `PROP_TYPE`
   */
  notExposed(to: IContainer | ContainerPort): void {
    const target = this.targetOf(to, 'who is not exposed', true);
    this.add({ kind: 'notExposed', stack: this.stack.node.id, ...target });
  }

  /**
   * Every intent so far, as the topology has it.
   *
   * @internal
   */
  get all(): readonly Intent[] {
    return this.intents;
  }

  private addReach(kind: 'reaches' | 'neverReaches', from: ReachingEnd, to: ReachableEnd): void {
    const source = this.endOf(from, 'who connects');
    const target = this.targetOf(to, 'who is connected to', false);
    this.add({ kind, stack: this.stack.node.id, from: source, ...target });
  }

  private add(intent: Intent): void {
    this.intents.push(intent);
    this.stack.touch();
  }

  private targetOf(
    value: unknown,
    what: string,
    isContainer: boolean,
  ): { readonly to: IntentEnd; readonly port?: ExposedPort } {
    if (value instanceof ContainerPort) {
      const { container, port, protocol } = value;
      return { to: this.endOf(container, what), port: { port, protocol } };
    }
    const to = this.endOf(value, what);
    if (!isContainer || to.kind === 'container') return { to };
    throw new ConfigError('PROP_TYPE', {
      at: this.stack.node.path,
      problem: `${what} is a machine`,
      fix: 'write a Container, or a port of one',
    });
  }

  private endOf(value: unknown, what: string): IntentEnd {
    if (value instanceof DockerHost) return { kind: 'host', id: value.name };
    if (value instanceof Machines) return value.end;
    if (isContainer(value) && value.node.root === this.stack.node.root) {
      return { kind: 'container', id: value.node.path };
    }
    throw new ConfigError('PROP_TYPE', {
      at: this.stack.node.path,
      problem: `${what} is ${show(value)}`,
      fix: 'write a Container of this app, a DockerHost, host.lan or DockerHost.outside',
    });
  }
}
