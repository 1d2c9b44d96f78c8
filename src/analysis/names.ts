import type { Container } from '../topology/container';
import { isBridgeOfEngine, perModel, type Member, type Model } from './model';
import { compareText } from './text';

/** A name that Docker's server answers with a container's address, in one network. */
export interface NameClaim {
  readonly container: Container;

  /** What makes it one: its own name, its host name, or an alias. */
  readonly kind: 'name' | 'hostname' | 'alias';
}

/** The names of one network, in lower case: Docker does not look at the case. */
export interface NetworkNames {
  /** Who has each name; the first by id where several have it. */
  readonly owners: ReadonlyMap<string, NameClaim>;

  /** Everybody who has a name that several containers have. */
  readonly shared: ReadonlyMap<string, readonly NameClaim[]>;
}

/** Names in each user network, by the network's id. The default bridge has none. */
export const namesOf = perModel((model: Model): ReadonlyMap<string, NetworkNames> => {
  const byNetwork = new Map<string, NetworkNames>();
  for (const network of model.topology.networks) {
    const members = isBridgeOfEngine(network) ? undefined : model.members.get(network.id);
    if (members === undefined) continue;
    const owners = new Map<string, NameClaim>();
    const shared = new Map<string, NameClaim[]>();
    const claim = (
      text: string | undefined,
      container: Container,
      kind: NameClaim['kind'],
    ): void => {
      if (text === undefined) return;
      const name = text.toLowerCase();
      const known = owners.get(name);
      if (known === undefined) owners.set(name, { container, kind });
      else if (known.container !== container) addShared(shared, name, known, { container, kind });
    };
    for (const { container, attachment } of [...members].sort(compareIds)) {
      claim(container.name, container, 'name');
      claim(container.hostname, container, 'hostname');
      for (const alias of attachment.aliases) claim(alias, container, 'alias');
    }
    byNetwork.set(network.id, { owners, shared });
  }
  return byNetwork;
});

function compareIds(a: Member, b: Member): number {
  return compareText(a.container.id, b.container.id);
}

function addShared(
  shared: Map<string, NameClaim[]>,
  name: string,
  known: NameClaim,
  claim: NameClaim,
): void {
  const list = shared.get(name);
  if (list === undefined) shared.set(name, [known, claim]);
  else if (!list.some(({ container }) => container === claim.container)) list.push(claim);
}
