import type { Rule } from '../finding';
import { namesOf, type NetworkNames } from '../names';

const OF_ITSELF = 'in every container it is that container itself';
const OF_THE_HOST = 'it is the host on Docker Desktop, and wherever extraHosts says so';

/** Names that the hosts file of a container has already, or that Docker gives a meaning. */
const RESERVED: Readonly<Record<string, string>> = {
  localhost: OF_ITSELF,
  'ip6-localhost': OF_ITSELF,
  'ip6-loopback': OF_ITSELF,
  'host.docker.internal': OF_THE_HOST,
  'gateway.docker.internal': OF_THE_HOST,
};

export const nameReserved: Rule = {
  code: 'NAME_RESERVED',
  level: 'warning',
  covers: ['A9'],
  summary: 'A container has a name that means something else in every container.',
  *find(model) {
    for (const [network, names] of namesOf(model)) {
      for (const name in RESERVED) {
        for (const at of ownersOf(names, name)) {
          yield {
            at,
            problem: `its name '${name}' in ${network} is no use to others: ${RESERVED[name] ?? ''}`,
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
