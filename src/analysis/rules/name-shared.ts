import type { Rule } from '../finding';
import { sharingOf } from '../name-sharing';
import { namesOf } from '../names';
import { compareText, listText } from '../text';

/** Meant as a poor man's load balancing, or an accident of two stacks in one network. */
export const nameShared: Rule = {
  code: 'NAME_SHARED',
  level: 'note',
  covers: ['A8'],
  summary: 'Several containers have the same name in a network, and lookups get any of them.',
  *find(model) {
    for (const [network, { shared }] of namesOf(model)) {
      for (const [name, claims] of shared) {
        const sharing = sharingOf(model, name, claims);
        if (sharing !== 'copies' && sharing !== 'accident') continue;
        const ids = claims.map(({ container }) => container.id).sort(compareText);
        yield {
          at: network,
          problem: `'${name}' is a name of ${listText(ids)}: lookups get any of them, in changing order`,
          fix: 'rename all but one unless lookups are to be spread over them',
        };
      }
    }
  },
};
