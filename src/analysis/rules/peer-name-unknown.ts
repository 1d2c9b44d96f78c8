import type { Container } from '../../topology/container';
import type { Occurrence, Rule } from '../finding';
import type { Model } from '../model';
import { isBridgeOfEngine } from '../model';
import { peersOf } from '../peers';
import type { Reference } from '../references';
import { networkOwner, sharedNetworks } from '../shared-networks';

/** Docker's server answers with names of the asking container's own networks, and never on the bridge. */
export const peerNameUnknown: Rule = {
  code: 'PEER_NAME_UNKNOWN',
  level: 'warning',
  covers: ['M12', 'M23', 'M10'],
  summary: 'A variable names a container that its own container does not find by that name.',
  *find(model) {
    for (const { reference, peer } of peersOf(model)) {
      if (peer.kind === 'lost') yield describe(model, reference, peer.container);
    }
  },
};

function describe(model: Model, reference: Reference, other: Container): Occurrence {
  const { container, variable, host } = reference;
  return {
    at: container.id,
    problem: `${variable} names '${host}', which is ${other.id}: ${whyLost(model, container, other)}`,
    fix: fixFor(networkOwner(model, container) ?? container, other),
  };
}

function fixFor({ mode }: Container, other: Container): string {
  return mode === 'host'
    ? `publish the port of ${other.id} on 127.0.0.1 and write that, or leave host mode`
    : 'put both into one network of your own, where it has that name';
}

function whyLost(model: Model, container: Container, other: Container): string {
  const owner = networkOwner(model, container) ?? container;
  if (owner.mode === 'host') return 'in host mode there are no names of containers';
  if (owner.mode === 'none') return 'it has no network';
  const shared = sharedNetworks(model, owner, other);
  if (shared.length === 0) return 'the two share no network';
  if (shared.every(isBridgeOfEngine)) return 'the default bridge has no names';
  return `it has that name in another network than ${shared[0]?.id ?? ''}`;
}
