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

  /** Ids of the further containers that use it: in host mode, or in that of a container. */
  readonly others: readonly string[];

  /** Networks that it is in, each once. */
  readonly networks: readonly Network[];

  /** Where its default route and its published ports are. */
  readonly route: DefaultRoute;

  /** What sets it apart from those that are otherwise alike: its id, if a link opens something to or for it. */
  readonly mark: string;
}

/** How many containers use the stack. */
export function weightOf({ owner, others }: End): number {
  return others.length + (owner === undefined ? 0 : 1);
}

/**
 * Every network stack of the topology: those of hosts first. Containers in host mode use the host's,
 * those in container mode that of the other one; one whose stack is not in the topology is left out.
 */
export function endsOf(model: Model): End[] {
  const others = new Map<Container | string, string[]>();
  const owners: Container[] = [];
  for (const container of model.topology.containers) {
    if (model.containers.get(container.id) !== container) continue;
    const owner = networkOwner(model, container);
    if (owner === container && owner.mode !== 'host') owners.push(container);
    else if (owner !== undefined) {
      addTo(others, owner.mode === 'host' ? owner.host : owner, container.id);
    }
  }
  const linked = linkedContainers(model);
  return [
    ...model.topology.hosts.map(({ id }) => endOfHost(id, others.get(id) ?? NOBODY)),
    ...owners.map((owner) => ({
      kind: 'container' as const,
      host: owner.host,
      owner,
      others: others.get(owner) ?? NOBODY,
      networks: networksIn(model, owner),
      route: defaultRouteOf(model, owner),
      mark: linked.has(owner.id) ? owner.id : '',
    })),
  ];
}

const NOBODY: readonly string[] = [];

function addTo<K>(map: Map<K, string[]>, key: K, id: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [id]);
  else list.push(id);
}

function endOfHost(host: string, others: readonly string[]): End {
  return { kind: 'host', host, others, networks: [], route: 'none', mark: '' };
}

function networksIn({ networks }: Model, { attachments }: Container): Network[] {
  const found: Network[] = [];
  for (const { network: id } of attachments) {
    const network = networks.get(id);
    if (network !== undefined && !found.includes(network)) found.push(network);
  }
  return found;
}
