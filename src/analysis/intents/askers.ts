import type { Container } from '../../topology/container';
import { defaultRouteOf } from '../default-route';
import { groupBy } from '../group-by';
import { isUnknown, perModel, type Model } from '../model';
import { networkOwner } from '../shared-networks';
import { compareText } from '../text';

/**
 * The containers by what decides whom they reach: one of each group answers for all. Members of a
 * network are alike, so that thousands of them are asked once.
 */
export const askerGroups = perModel((model: Model): readonly (readonly Container[])[] => {
  const containers = model.topology.containers
    .filter((container) => model.containers.get(container.id) === container)
    .sort((a, b) => compareText(a.id, b.id));
  return [...groupBy(containers, (container) => groupKey(model, container)).values()];
});

function groupKey(model: Model, container: Container): string {
  const owner = networkOwner(model, container);
  if (owner === undefined || !isPlain(owner)) return `alone\n${owner?.id ?? container.id}`;
  if (owner.mode !== 'networks') return `${owner.mode}\n${owner.host}`;
  const route = defaultRouteOf(model, owner);
  const networks = owner.attachments.map(
    ({ network }) => model.networks.get(network)?.id ?? network,
  );
  return [
    'networks',
    owner.host,
    typeof route === 'string' ? route : route.id,
    ...networks.sort(compareText),
  ].join('\n');
}

/** Whether nothing but its networks decides: no link, which opens ports to it alone. */
function isPlain(owner: Container): boolean {
  return owner.links.length === 0 && !isUnknown(owner, 'attachments') && !isUnknown(owner, 'mode');
}
