import type { Container } from '../../topology/container';
import { perModel, type Model } from '../model';
import { classesOf } from '../reach/relation/classes';
import { networkOwner } from '../shared-networks';
import { compareText } from '../text';

/**
 * The containers by what decides whom they reach: one of each group answers for all, so that
 * thousands of members of a network are asked once. Of whom it is not known is alone.
 */
export const askerGroups = perModel((model: Model): readonly (readonly Container[])[] => {
  const known = classesOf(model).map(({ ends }) => {
    const ids = ends.flatMap(({ owner, others }) => [
      ...(owner === undefined ? [] : [owner.id]),
      ...others,
    ]);
    return ids.sort(compareText).flatMap((id) => model.containers.get(id) ?? []);
  });
  const unknown = model.topology.containers.filter(
    (container) =>
      model.containers.get(container.id) === container &&
      networkOwner(model, container) === undefined,
  );
  return [...known, ...unknown.map((container) => [container])];
});
