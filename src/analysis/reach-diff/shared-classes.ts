import { compareText } from '../text';
import { groupBy } from '../group-by';
import type { Relation } from '../reach/relation/relation';

/** Containers that were alike and are alike: numbers of their classes before and after. */
export interface SharedClass {
  /** Sorted ids. */
  readonly containers: readonly string[];

  /** Absent: they are new. */
  readonly before?: number;
  readonly after: number;
}

/** The containers that are there after the change, by what class they were in and are in. */
export function sharedClasses(before: Relation, after: Relation): SharedClass[] {
  const old = classByContainer(before);
  const containers = after.classes.flatMap(({ index, containers: ids }) =>
    ids.map((id) => ({ id, after: index, before: old.get(id) })),
  );
  const groups = groupBy(containers, (one) => `${String(one.before)} ${String(one.after)}`);
  return [...groups.values()]
    .map((group): SharedClass => {
      const [first] = group;
      return {
        containers: group.map(({ id }) => id).sort(compareText),
        ...(first?.before === undefined ? {} : { before: first.before }),
        after: first?.after ?? 0,
      };
    })
    .sort((a, b) => compareText(a.containers[0] ?? '', b.containers[0] ?? ''));
}

function classByContainer({ classes }: Relation): ReadonlyMap<string, number> {
  return new Map(
    classes.flatMap(({ index, containers }) => containers.map((id) => [id, index] as const)),
  );
}
