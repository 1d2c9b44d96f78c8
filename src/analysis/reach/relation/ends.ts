import type { Container } from '../../../topology/container';
import type { Network } from '../../../topology/network';
import { defaultRouteOf, type DefaultRoute } from '../../default-route';
import type { Model } from '../../model';
import { networkOwner } from '../../shared-networks';
import { linkedContainers } from './links';

/** A network stack with everybody who uses it: packets come from it and go to it. */
export interface End {
  readonly kind: 'container' | 'host';

  /** Id of the host. */
  readonly host: string;

  /** Whose stack it is; absent: the host's. */
  readonly owner?: Container;

  /** Ids of the containers that use it. */
  readonly users: readonly string[];

  /** Networks that it is in, each once. */
  readonly networks: readonly Network[];

  /** Where its default route and its published ports are. */
  readonly route: DefaultRoute;

  /** What sets it apart from those that are otherwise alike: its id, if a link opens something to or for it. */
  readonly mark: string;
}

/**
 * Every network stack of the topology: those of hosts first. Containers in host mode use the host's,
 * those in container mode that of the other one; one whose stack is not in the topology is left out.
 */
export function endsOf(model: Model): End[] {
  const users = new Map<Container | string, string[]>();
  for (const { id } of model.topology.hosts) users.set(id, []);
  for (const container of model.topology.containers) {
    if (model.containers.get(container.id) !== container) continue;
    const owner = networkOwner(model, container);
    if (owner === undefined) continue;
    const key = owner.mode === 'host' ? owner.host : owner;
    const list = users.get(key);
    if (list === undefined) users.set(key, [container.id]);
    else list.push(container.id);
  }
  const linked = linkedContainers(model);
  return [...users].map(([owner, ids]) => {
    if (typeof owner === 'string') return endOfHost(owner, ids);
    return endOf(model, owner, ids, linked.has(owner.id) ? owner.id : '');
  });
}

function endOfHost(host: string, users: readonly string[]): End {
  return { kind: 'host', host, users, networks: [], route: 'none', mark: '' };
}

function endOf(model: Model, owner: Container, users: readonly string[], mark: string): End {
  const networks = new Set<Network>();
  for (const { network: id } of owner.attachments) {
    const network = model.networks.get(id);
    if (network !== undefined) networks.add(network);
  }
  return {
    kind: 'container',
    host: owner.host,
    owner,
    users,
    networks: [...networks],
    route: defaultRouteOf(model, owner),
    mark,
  };
}
