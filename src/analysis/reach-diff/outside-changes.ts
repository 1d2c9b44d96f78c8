import { groupBy } from '../group-by';
import type { Relation } from '../reach/relation/relation';
import { compareText } from '../text';
import type { OutsideChange } from './reach-change';
import type { SharedClass } from './shared-classes';

/** Who gets out that did not, and who no longer does. */
export function outsideChanges(
  classes: readonly SharedClass[],
  before: Relation,
  after: Relation,
): OutsideChange[] {
  const all = classes.map((one) => ({
    containers: one.containers,
    before: one.before === undefined ? 'no' : before.targetsOf(one.before).outside,
    after: after.targetsOf(one.after).outside,
  }));
  const changed = all.filter((one) => one.before !== one.after);
  const groups = groupBy(changed, (one) => `${one.after} ${one.before}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const from = group.flatMap(({ containers }) => containers).sort(compareText);
    return [{ before: first.before, after: first.after, from }];
  });
}
