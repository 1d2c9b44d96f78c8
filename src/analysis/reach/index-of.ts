import { groupBy } from '../group-by';
import type { Container } from '../../topology/container';
import { AddressBook } from './address-book';
import { Bindings } from './bindings';
import { Facts, listening } from './facts';
import { hostSocketsOf, type HostSockets } from './host-sockets';
import type { Machine } from './machine';
import type { World } from './worlds';

/** Everything that questions are answered from, in one world. */
export class ReachIndex {
  readonly facts: Facts;
  readonly book: AddressBook;
  readonly bindings: Bindings;
  private readonly sockets = new Map<string, HostSockets>();
  private readonly inHostMode: ReadonlyMap<string, readonly Container[]>;

  constructor(world: World) {
    this.facts = new Facts(world);
    this.book = new AddressBook(this.facts);
    this.bindings = new Bindings(this.facts);
    const { containers } = world.model.topology;
    this.inHostMode = groupBy(
      containers.filter((one) => this.facts.owner(one)?.mode === 'host'),
      ({ host }) => host,
    );
  }

  /** What answers on the machine itself. */
  socketsOf({ host }: Machine): HostSockets {
    const known = this.sockets.get(host.id);
    if (known !== undefined) return known;
    const users = this.inHostMode.get(host.id) ?? [];
    const sorted = [...users].sort((a, b) => (a.id < b.id ? -1 : 1));
    const sockets = hostSocketsOf(
      host,
      sorted.map((user) => listening(this.facts.model, user)),
    );
    this.sockets.set(host.id, sockets);
    return sockets;
  }
}
