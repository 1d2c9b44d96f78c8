import { clashes } from '../clashes';
import type { Rule } from '../finding';

/** Stacks of one engine share its names, whether they know each other or not. */
export const containerNameTaken: Rule = {
  code: 'CONTAINER_NAME_TAKEN',
  level: 'error',
  covers: ['L6'],
  summary: 'Two containers of one engine have the same name.',
  *find({ topology }) {
    const taken = clashes(
      topology.containers,
      ({ host, name, external }) =>
        name === undefined || external ? undefined : `${host} ${name}`,
      ({ id }) => id,
    );
    for (const { item, other } of taken) {
      yield {
        at: item.id,
        problem: `its name '${item.name ?? ''}' belongs to ${other.id} on the same host`,
        fix: 'rename one of them',
      };
    }
  },
};
