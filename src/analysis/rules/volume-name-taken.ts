import { clashes } from '../clashes';
import type { Rule } from '../finding';

/** Docker adopts a volume of that name, so both own the data, and each deletes it with its own end. */
export const volumeNameTaken: Rule = {
  code: 'VOLUME_NAME_TAKEN',
  level: 'error',
  covers: ['L6'],
  summary: 'Two volumes of one engine have the same name.',
  *find({ topology }) {
    const taken = clashes(
      topology.volumes,
      ({ host, name, external }) =>
        name === undefined || external ? undefined : `${host} ${name}`,
      ({ id }) => id,
    );
    for (const { item, other } of taken) {
      yield {
        at: item.id,
        problem: `its name '${item.name ?? ''}' belongs to ${other.id} on the same host: they would be one volume, deleted with either`,
        fix: `rename one of them, or refer to the other one with Volume.fromName(stack, id, '${item.name ?? ''}')`,
      };
    }
  },
};
