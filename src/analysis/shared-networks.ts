import type { Container } from '../topology/container';
import type { Network } from '../topology/network';
import type { Model } from './model';

/** The container whose network stack it is in: itself, or the one at the end of `container:` modes. */
export function networkOwner(model: Model, container: Container): Container | undefined {
  const seen = new Set<Container>();
  let owner: Container | undefined = container;
  while (owner?.mode === 'container' && !seen.has(owner)) {
    seen.add(owner);
    owner =
      owner.modeContainer === undefined ? undefined : model.containers.get(owner.modeContainer);
  }
  return owner?.mode === 'container' ? undefined : owner;
}

/** Networks that it is in; nothing when one of them is not in the topology. */
export function networksOf(model: Model, container: Container): readonly Network[] | undefined {
  const networks: Network[] = [];
  for (const { network: id } of container.attachments) {
    const network = model.networks.get(id);
    if (network === undefined) return undefined;
    networks.push(network);
  }
  return networks;
}

/** Networks that both are in. */
export function sharedNetworks(model: Model, a: Container, b: Container): readonly Network[] {
  const others = new Set(networksOf(model, b));
  return (networksOf(model, a) ?? []).filter((network) => others.has(network));
}
