import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import { isBridgeOfEngine, perModel, type Model } from './model';
import { namesOf } from './names';
import { referencesOf, type Reference } from './references';
import { networkOwner, networksOf, sharedNetworks } from './shared-networks';
import { compareText } from './text';

/** Whom a variable names, as seen from its container. */
type Peer =
  /** Nobody in the topology, or somebody it does not show. */
  | { readonly kind: 'unknown' }
  /** A container that has the name in these networks of the asking one. */
  | { readonly kind: 'found'; readonly container: Container; readonly networks: readonly Network[] }
  /** A container of that name, which the asking one does not find by it. */
  | { readonly kind: 'lost'; readonly container: Container };

const UNKNOWN: Peer = { kind: 'unknown' };

/** A variable and whom it names. */
export interface NamedPeer {
  readonly reference: Reference;
  readonly peer: Exclude<Peer, { readonly kind: 'unknown' }>;
}

/** Every variable that names a container of the topology. */
export const peersOf = perModel((model: Model): readonly NamedPeer[] => {
  const peers: NamedPeer[] = [];
  for (const reference of referencesOf(model)) {
    const peer = findPeer(model, reference);
    if (peer.kind !== 'unknown') peers.push({ reference, peer });
  }
  return peers;
});

/** By the rules of Docker's own name server. */
function findPeer(model: Model, { container, host }: Reference): Peer {
  const owner = networkOwner(model, container);
  if (owner === undefined || isOwnName(owner, container, host)) return UNKNOWN;
  const found = findByName(model, owner, host) ?? findByLink(model, owner, host);
  if (found !== undefined) return found;
  const namesake = namesakes(model).get(`${container.host} ${host}`);
  if (namesake === undefined || !isMeant(namesake, container)) return UNKNOWN;
  return mayBeElsewhere(model, owner) ? UNKNOWN : { kind: 'lost', container: namesake.container };
}

interface Namesake {
  readonly container: Container;

  /** Whether somebody wrote the name down: it is not just the id of a construct. */
  readonly isWritten: boolean;
}

/** One container for each name on each host, wherever it has it. */
const namesakes = perModel((model: Model): ReadonlyMap<string, Namesake> => {
  const found = new Map<string, Namesake>();
  const add = (name: string, namesake: Namesake): void => {
    const key = `${namesake.container.host} ${name.toLowerCase()}`;
    const known = found.get(key);
    if (known === undefined || isBetter(namesake, known)) found.set(key, namesake);
  };
  for (const container of model.topology.containers) {
    if (container.external) continue;
    const { id, name, hostname, attachments } = container;
    const own = id.slice(id.lastIndexOf('/') + 1);
    if (name !== undefined) add(name, { container, isWritten: true });
    if (hostname !== undefined) add(hostname, { container, isWritten: true });
    for (const { aliases } of attachments) {
      for (const alias of aliases) add(alias, { container, isWritten: alias !== own });
    }
  }
  return found;
});

function isBetter(a: Namesake, b: Namesake): boolean {
  if (a.isWritten !== b.isWritten) return a.isWritten;
  return compareText(a.container.id, b.container.id) < 0;
}

/** The id of a construct in another stack is only by accident the name that somebody looks up. */
function isMeant({ container, isWritten }: Namesake, asking: Container): boolean {
  return container !== asking && (isWritten || container.stack === asking.stack);
}

function isOwnName(owner: Container, asking: Container, host: string): boolean {
  return (
    isSame(owner.hostname, host) ||
    isSame(owner.name, host) ||
    isSame(asking.name, host) ||
    owner.extraHosts.some((line) => isSame(line.host, host))
  );
}

/** Docker does not look at the case; what is asked for is in lower case. */
function isSame(name: string | undefined, host: string): boolean {
  return name?.length === host.length && name.toLowerCase() === host;
}

function findByName(model: Model, owner: Container, host: string): Peer | undefined {
  const networks: Network[] = [];
  let container: Container | undefined;
  for (const network of networksOf(model, owner) ?? []) {
    const claim = namesOf(model).get(network.id)?.owners.get(host);
    if (claim === undefined) continue;
    container ??= claim.container;
    if (claim.container === container) networks.push(network);
  }
  return container === undefined ? undefined : { kind: 'found', container, networks };
}

function findByLink(model: Model, owner: Container, host: string): Peer | undefined {
  for (const { container: id, aliases } of owner.links) {
    const container = model.containers.get(id);
    if (container === undefined) continue;
    const names = [container.name, container.hostname, ...aliases];
    if (!names.some((name) => name?.toLowerCase() === host)) continue;
    const networks = sharedNetworks(model, owner, container);
    if (networks.length > 0) return { kind: 'found', container, networks };
  }
  return undefined;
}

/** Whether a network that is not declared here may have somebody of the name. */
function mayBeElsewhere(model: Model, owner: Container): boolean {
  const networks = networksOf(model, owner);
  return networks === undefined || networks.some((n) => n.external && !isBridgeOfEngine(n));
}
