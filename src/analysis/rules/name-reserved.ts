import type { Rule } from '../finding';
import { namesOf, type NetworkNames } from '../names';

/** Names that every container's hosts file has already, or that Docker gives a meaning. */
const RESERVED = ['localhost', 'host.docker.internal', 'gateway.docker.internal'];

export const nameReserved: Rule = {
  code: 'NAME_RESERVED',
  level: 'warning',
  covers: ['A9'],
  summary: 'A container has a name that means something else in every container.',
  *find(model) {
    for (const [network, names] of namesOf(model)) {
      for (const name of RESERVED) {
        for (const at of ownersOf(names, name)) {
          yield {
            at,
            problem: `its name '${name}' in ${network} is looked up in vain: it means the container itself or its host`,
            fix: 'choose another name',
          };
        }
      }
    }
  },
};

function ownersOf({ owners, shared }: NetworkNames, name: string): string[] {
  const [owner, claims] = [owners.get(name), shared.get(name)];
  return (claims ?? (owner === undefined ? [] : [owner])).map(({ container }) => container.id);
}
