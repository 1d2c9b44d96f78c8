import type { Rule } from '../finding';
import { sharingOf } from '../name-sharing';
import { namesOf } from '../names';
import { compareText, listText } from '../text';

/** Docker answers with all the addresses in changing order, and calls the outcome not guaranteed. */
export const nameAmbiguous: Rule = {
  code: 'NAME_AMBIGUOUS',
  level: 'warning',
  covers: ['A8'],
  summary: 'Containers of different images have the same name in a network.',
  *find(model) {
    for (const [network, { shared }] of namesOf(model)) {
      for (const [name, claims] of shared) {
        if (sharingOf(model, name, claims) !== 'ambiguous') continue;
        const ids = claims.map(({ container }) => container.id).sort(compareText);
        yield {
          at: ids[1] ?? network,
          problem: `'${name}' is a name of ${listText(ids)} in ${network}, and they are of different images: lookups get any of them`,
          fix: 'rename all but one, or keep them in different networks',
        };
      }
    }
  },
};
